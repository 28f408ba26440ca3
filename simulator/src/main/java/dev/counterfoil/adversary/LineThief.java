package dev.counterfoil.adversary;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.FrameReader;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import org.jspecify.annotations.Nullable;

/**
 * A man in the middle of a terminal's line. He passes on what he hears, remembers the authentication message of a key
 * download, and carries out one {@link Heist} at a time.
 */
public final class LineThief {
    /** Port of the terminal's side. */
    public static final int TERMINAL = 0;

    /** Port of the host's side. */
    public static final int HOST = 1;

    /** What a thief is told to do. */
    public sealed interface Command extends DeviceMessage {}

    /** Sends the recorded authentication message again and asks for a key, as far as {@link Replay} goes. */
    public record SendAgain(Replay replay) implements Command {}

    /** Plants this key in the next download. */
    public record Plant(CipherKey key) implements Command {}

    /** Reads the key of the next online download. */
    public record Read() implements Command {}

    /** How far a replay goes. */
    public enum Replay {
        /** The authentication message alone. */
        PROOF,
        /** A key request after it. */
        KEY,
        /** And a result after that, with the check value out of the delivery. */
        RESULT
    }

    /**
     * What the estate says of a thief.
     *
     * @param name in the trace
     * @param terminal whose line he is on
     */
    public record Config(String name, String terminal, Dialect dialect, Trace trace, Witness witness) {}

    private final Config config;
    private final WireEnd toTerminal;
    private final WireEnd toHost;
    private FrameReader ofTerminal = new FrameReader();
    private FrameReader ofHost = new FrameReader();
    private @Nullable IsoMessage recorded;
    private Heist heist = Heist.NONE;
    private int messages;
    private int bytes;

    private LineThief(Config config, WireEnd toTerminal, WireEnd toHost) {
        this.config = config;
        this.toTerminal = toTerminal;
        this.toHost = toHost;
    }

    /** A thief between two wires, which he has to be attached to under {@link #TERMINAL} and {@link #HOST}. */
    public static Behavior<DeviceMessage> create(Config config, WireEnd toTerminal, WireEnd toHost) {
        return Behaviors.setup(context -> {
            LineThief thief = new LineThief(config, toTerminal, toHost);
            return Behaviors.receiveMessage(thief::on);
        });
    }

    private Behavior<DeviceMessage> on(DeviceMessage message) {
        if (message instanceof WireSignal.Received m) {
            received(m);
        } else if (message instanceof SendAgain m) {
            sendAgain(m.replay);
        } else if (message instanceof Plant m) {
            begin(OnlineHeist.or(new OnlineHeist(m.key), new PlantHeist(m.key)));
        } else if (message instanceof Read) {
            begin(new ReadHeist());
        } else if (message instanceof WireSignal m && m.port() == TERMINAL) {
            ofTerminal = new FrameReader();
        }
        return Behaviors.same();
    }

    private void sendAgain(Replay replay) {
        IsoMessage message = recorded;
        if (message == null) {
            config.trace.emit(config.name, new ThiefEvents.EmptyHanded(config.terminal));
        } else {
            begin(new ReplayHeist(replay, message));
        }
    }

    private void begin(Heist next) {
        heist = next;
        messages = 0;
        bytes = 0;
        heist.begin(new Reach());
    }

    private void received(WireSignal.Received m) {
        boolean up = m.port() == TERMINAL;
        try {
            (up ? ofTerminal : ofHost).feed(m.chunk()).forEach(up ? this::fromTerminal : this::fromHost);
        } catch (Malformed e) {
            (up ? toHost : toTerminal).send(m.chunk());
        }
    }

    private void fromTerminal(byte[] frame) {
        IsoMessage message = unpacked(frame);
        if (message != null && Heist.authenticates(message)) {
            recorded = message;
        }
        if (message == null || !heist.fromTerminal(message, new Reach())) {
            toHost.send(frame);
        }
    }

    private void fromHost(byte[] frame) {
        IsoMessage message = unpacked(frame);
        if (message == null || !heist.fromHost(message, new Reach())) {
            toTerminal.send(frame);
        }
    }

    private @Nullable IsoMessage unpacked(byte[] frame) {
        try {
            return config.dialect.unpack(frame);
        } catch (Malformed e) {
            return null;
        }
    }

    /** The two sides of the line, and the trace. */
    private final class Reach implements Heist.Reach {
        @Override
        public void askHost(IsoMessage message) {
            byte[] frame = config.dialect.pack(message);
            messages++;
            bytes += frame.length;
            toHost.send(frame);
        }

        @Override
        public void answerTerminal(IsoMessage message) {
            toTerminal.send(config.dialect.pack(message));
        }

        @Override
        public void answered(IsoMessage answer) {
            String code = answer.textOrNull(39);
            config.trace.emit(
                    config.name, new ThiefEvents.Answered(config.terminal, code == null ? "" : code, messages, bytes));
        }

        @Override
        public void planted(CipherKey key) {
            byte[] clear = key.clear();
            String print = config.witness.fingerprint(clear);
            config.trace.emit(config.name, new ThiefEvents.Planted(config.terminal, key.kcv(), print));
        }
    }
}
