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
import dev.counterfoil.protocol.apdu.ManagerApplication;
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
     * How a blank card leaves its maker.
     *
     * @param name as in the estate: {@code manager card M1}
     * @param serial number of its chip, 8 bytes
     * @param transport TDES of 16 bytes
     */
    public record Blank(String name, byte[] serial, CipherKey transport, Trace trace, Witness witness) {
        @Override
        public String toString() {
            return name;
        }
    }

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

    private final String name;
    private final Trace trace;
    private final Witness witness;
    private @Nullable BlankFile blank;
    private @Nullable ManagerCardFile file;
    private final CardReader contacts = new CardReader();
    private @Nullable WireEnd slot;
    private boolean turn;

    private ManagerCard(Config config) {
        this.name = config.name;
        this.trace = config.trace;
        this.witness = config.witness;
        this.file = new ManagerCardFile(config.number, config.expiry, config.key);
        witness(config.key);
        personalise(file, new Personalise(config.password, config.tries));
    }

    private ManagerCard(Blank config) {
        this.name = config.name;
        this.trace = config.trace;
        this.witness = config.witness;
        this.blank = new BlankFile(config.serial, config.transport);
        witness.born("transport key", name, config.transport.clear());
    }

    public static Behavior<DeviceMessage> create(Config config) {
        return Behaviors.setup(context -> Behaviors.receiveMessage(new ManagerCard(config)::on));
    }

    /** A card that its issuer has still to write. */
    public static Behavior<DeviceMessage> blank(Blank config) {
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
        } else if (message instanceof Personalise m && file != null) {
            personalise(file, m);
        } else if (message instanceof Rekey m && file != null) {
            file.rekey(m.key);
            witness(m.key);
        }
        return Behaviors.same();
    }

    private void personalise(ManagerCardFile of, Personalise m) {
        of.personalise(m.password, m.tries);
        emitTries(of);
    }

    private void hear(byte[] piece) {
        if (piece.length == 1) {
            if (piece[0] == CardBlock.RESET) {
                restart();
                send(ATR);
            }
            return;
        }
        byte[] apdu;
        try {
            apdu = CardBlock.apdu(piece);
        } catch (Malformed e) {
            contacts.reset();
            return;
        }
        try {
            answer(CommandApdu.decode(apdu));
        } catch (Malformed e) {
            say(new ResponseApdu(ManagerApplication.WRONG_LENGTH));
        }
    }

    private void answer(CommandApdu command) {
        ManagerCardFile issued = file;
        BlankFile unissued = blank;
        if (issued != null) {
            int before = issued.triesLeft();
            say(issued.answer(command));
            if (issued.triesLeft() != before) {
                emitTries(issued);
            }
        } else if (unissued != null) {
            CipherKey before = unissued.key();
            ResponseApdu response = unissued.answer(command);
            CipherKey now = unissued.key();
            if (now != null && now != before) {
                witness(now);
            }
            say(response);
            becomeIssued(unissued);
        }
    }

    private void becomeIssued(BlankFile unissued) {
        ManagerCardFile issued = unissued.issued();
        if (issued != null) {
            file = issued;
            blank = null;
            emitTries(issued);
        }
    }

    private void say(ResponseApdu response) {
        int sw = response.statusWord();
        trace.emit(name, new CardEvents.Answered(Hex.of(new byte[] {(byte) (sw >> 8), (byte) sw})));
        send(CardBlock.of(response.encode(), turn));
        turn = !turn;
    }

    private void restart() {
        if (file != null) {
            file.restart();
        }
        if (blank != null) {
            blank.restart();
        }
        contacts.reset();
        turn = false;
    }

    private void send(byte[] bytes) {
        if (slot != null) {
            slot.send(bytes);
        }
    }

    private void witness(CipherKey key) {
        witness.born("card key", name, key.clear());
    }

    private void emitTries(ManagerCardFile of) {
        trace.emit(name, new CardEvents.Tries(of.triesLeft()));
    }
}
