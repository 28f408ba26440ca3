package dev.counterfoil.card;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.protocol.apdu.Atr;
import dev.counterfoil.protocol.apdu.CardBlock;
import dev.counterfoil.protocol.apdu.CardReader;
import dev.counterfoil.protocol.apdu.CommandApdu;
import dev.counterfoil.protocol.apdu.ResponseApdu;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The chip card of an operation manager. It answers whichever slot it was put into. */
public final class ManagerCard {
    /** The port that a card is attached with when it is put into a slot. */
    public static final int SLOT = 0;

    private static final byte[] ATR = Atr.withHistory("CFM1".getBytes(StandardCharsets.US_ASCII));

    /** What the card's issuer tells it. */
    public sealed interface Command extends DeviceMessage {}

    /**
     * Writes the password and a fresh retry counter.
     *
     * @param password 4 to 12 digits
     * @param tries 0 to 15
     */
    public record Personalise(String password, int tries) implements Command {
        @Override
        public String toString() {
            return "Personalise[" + tries + " tries]";
        }
    }

    /** Writes another card key. */
    public record Rekey(CipherKey key) implements Command {}

    /**
     * How the card leaves the issuer.
     *
     * @param name as in the estate: {@code manager card M1}
     * @param number 1 to 19 digits
     * @param expiry YYYYMMDD
     * @param key 16 bytes, TDES or SM4
     * @param password 4 to 12 digits
     * @param tries 0 to 15
     */
    public record Config(
            String name,
            String number,
            String expiry,
            CipherKey key,
            String password,
            int tries,
            Trace trace,
            Witness witness) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Config config;
    private final ManagerCardFile file;
    private final CardReader contacts = new CardReader();
    private @Nullable WireEnd slot;
    private boolean turn;

    private ManagerCard(Config config) {
        this.config = config;
        this.file = new ManagerCardFile(config.number, config.expiry, config.key);
        witness(config.key);
        personalise(new Personalise(config.password, config.tries));
    }

    public static Behavior<DeviceMessage> create(Config config) {
        return Behaviors.setup(context -> Behaviors.receiveMessage(new ManagerCard(config)::on));
    }

    private Behavior<DeviceMessage> on(DeviceMessage message) {
        if (message instanceof WireSignal.Received m) {
            contacts.feed(m.chunk()).forEach(this::hear);
        } else if (message instanceof WireSignal.Plugged m) {
            slot = m.into();
            restart();
        } else if (message instanceof WireSignal.Gone) {
            restart();
        } else if (message instanceof Personalise m) {
            personalise(m);
        } else if (message instanceof Rekey m) {
            file.rekey(m.key);
            witness(m.key);
        }
        return Behaviors.same();
    }

    private void personalise(Personalise m) {
        file.personalise(m.password, m.tries);
        emitTries();
    }

    private void hear(byte[] piece) {
        if (piece.length == 1) {
            if (piece[0] == CardBlock.RESET) {
                restart();
                send(ATR);
            }
            return;
        }
        try {
            answer(CommandApdu.decode(CardBlock.apdu(piece)));
        } catch (Malformed e) {
            contacts.reset();
        }
    }

    private void answer(CommandApdu command) {
        int before = file.triesLeft();
        ResponseApdu response = file.answer(command);
        int sw = response.statusWord();
        config.trace.emit(config.name, new CardEvents.Answered(Hex.of(new byte[] {(byte) (sw >> 8), (byte) sw})));
        if (file.triesLeft() != before) {
            emitTries();
        }
        send(CardBlock.of(response.encode(), turn));
        turn = !turn;
    }

    private void restart() {
        file.restart();
        contacts.reset();
        turn = false;
    }

    private void send(byte[] bytes) {
        if (slot != null) {
            slot.send(bytes);
        }
    }

    private void witness(CipherKey key) {
        config.witness.born("card key", config.name, key.clear());
    }

    private void emitTries() {
        config.trace.emit(config.name, new CardEvents.Tries(file.triesLeft()));
    }
}
