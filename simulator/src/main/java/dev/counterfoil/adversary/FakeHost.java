package dev.counterfoil.adversary;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.FrameReader;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.util.List;

/**
 * A host that has no keys, at the far end of a terminal's line. It approves everything; where an answer needs a key it
 * makes one up.
 */
public final class FakeHost {
    private static final int CRYPTOGRAM_BYTES = 8;
    private static final int KEY_BYTES = 16;
    private static final int CHECK_VALUE_BYTES = 4;
    private static final int SESSION_BYTES = 4;
    private static final int WORKING_KEYS_BYTES = 60;

    private final Dialect dialect;
    private final RandomStream random;
    private final WireEnd line;
    private FrameReader reader = new FrameReader();

    private FakeHost(Dialect dialect, RandomStream random, WireEnd line) {
        this.dialect = dialect;
        this.random = random;
        this.line = line;
    }

    /** A fake host at {@code line}, which it has to be attached to under any port. */
    public static Behavior<DeviceMessage> create(Dialect dialect, RandomStream random, WireEnd line) {
        return Behaviors.setup(context -> {
            FakeHost host = new FakeHost(dialect, random, line);
            return Behaviors.receiveMessage(host::on);
        });
    }

    private Behavior<DeviceMessage> on(DeviceMessage message) {
        if (message instanceof WireSignal.Received received) {
            try {
                reader.feed(received.chunk()).forEach(this::answer);
            } catch (Malformed e) {
                reader = new FrameReader();
            }
        } else {
            reader = new FrameReader();
        }
        return Behaviors.same();
    }

    private void answer(byte[] frame) {
        IsoMessage request = dialect.unpack(frame);
        IsoMessage.Builder answer = IsoMessage.answerTo(request)
                .copy(request, 2, 3, 4, 11, 25, 41, 42, 48, 49, 60)
                .set(12, "120000")
                .set(13, "0101")
                .set(37, "000000000000")
                .set(39, "00");
        if (request.mti().equals("0800")) {
            answer.set(62, madeUp(request));
        }
        IsoMessage whole = answer.build();
        line.send(
                dialect.needsMac(whole)
                        ? dialect.packWithMac(whole, covered -> random.bytes(CRYPTOGRAM_BYTES))
                        : dialect.pack(whole));
    }

    /** Whatever a host might say in a download, or working keys. */
    private byte[] madeUp(IsoMessage request) {
        return !KeyDownload.isDownload(KeyDownload.step(request))
                ? random.bytes(WORKING_KEYS_BYTES)
                : Tlv.encode(List.of(
                        Tlv.of(KeyDownload.SESSION_ID, session(request)),
                        Tlv.of(KeyDownload.R3, random.bytes(CRYPTOGRAM_BYTES)),
                        Tlv.of(KeyDownload.C2, random.bytes(CRYPTOGRAM_BYTES)),
                        Tlv.of(KeyDownload.WRAPPED_KEY, random.bytes(KEY_BYTES)),
                        Tlv.of(KeyDownload.CHECK_VALUE, random.bytes(CHECK_VALUE_BYTES)),
                        Tlv.of(KeyDownload.KEY_INDEX, new byte[1]),
                        Tlv.of(KeyDownload.MAC, random.bytes(CRYPTOGRAM_BYTES))));
    }

    private byte[] session(IsoMessage request) {
        byte[] named = KeyDownload.value(request, KeyDownload.SESSION_ID);
        return named == null ? random.bytes(SESSION_BYTES) : named;
    }
}
