package dev.counterfoil.scenarios.play;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadFrameReader;
import dev.counterfoil.wire.Port;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Finds out whether a pad is at the far end of a port: asks for its serial number and closes the port again. */
final class PadCall {
    private static final int PATIENCE_MILLIS = 3_000;

    /** Hears nothing: for a port that is opened to see whether it is there. */
    static final Port.Listener NOBODY = new Port.Listener() {
        @Override
        public void received(byte[] bytes) {}

        @Override
        public void lost(String cause) {}
    };

    private PadCall() {}

    /**
     * Whether anything answers in a frame.
     *
     * @throws Port.PortFailure if the port cannot be opened
     */
    static boolean answers(Port port) {
        CountDownLatch answered = new CountDownLatch(1);
        try (port) {
            port.open(new Ear(answered));
            port.write(new PadCommand.ReadSerialNumber().encode());
            return answered.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static final class Ear implements Port.Listener {
        private final PadFrameReader reader = new PadFrameReader();
        private final CountDownLatch answered;

        Ear(CountDownLatch answered) {
            this.answered = answered;
        }

        @Override
        public void received(byte[] bytes) {
            if (reader.feed(bytes).stream().anyMatch(piece -> piece.length > 1)) {
                answered.countDown();
            }
        }

        @Override
        public void lost(String cause) {}
    }
}
