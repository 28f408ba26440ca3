package dev.counterfoil.pinpad;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.protocol.apdu.Atr;
import dev.counterfoil.protocol.apdu.CardBlock;
import dev.counterfoil.protocol.apdu.CardReader;
import dev.counterfoil.protocol.apdu.CommandApdu;
import dev.counterfoil.protocol.apdu.ManagerApplication;
import dev.counterfoil.protocol.apdu.ResponseApdu;
import dev.counterfoil.protocol.padlink.CardKind;
import dev.counterfoil.protocol.padlink.PadReply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The dialogue with the card in the slot: reset, SELECT, number and expiry; then VERIFY and the card key. Each answer
 * leads to the next command or to a reply for the terminal.
 */
final class CardSession {
    private static final byte SM4 = 0x02;
    private static final int NO_DIAGNOSIS = 0x6F00;

    private final PadHands hands;
    private final KeyDiary diary;
    private final CardReader contacts = new CardReader();
    private Step step = Step.OUT;
    private CipherKind algorithm = CipherKind.TDES;
    private String number = "";
    private @Nullable CipherKey key;
    private boolean turn;

    CardSession(PadHands hands, KeyDiary diary) {
        this.hands = hands;
        this.diary = diary;
    }

    private enum Step {
        OUT,
        IN,
        RESETTING,
        SELECTING,
        READING_NUMBER,
        READING_EXPIRY,
        KNOWN,
        VERIFYING,
        READING_KEY,
        OPEN
    }

    boolean in() {
        return step != Step.OUT;
    }

    /** Whether a manager card stands ready for its password. */
    boolean known() {
        return step == Step.KNOWN || step == Step.OPEN;
    }

    /** The card key, once the card has given it. */
    @Nullable
    CipherKey key() {
        return key;
    }

    String number() {
        return number;
    }

    void inserted() {
        step = Step.IN;
    }

    void pulled(String reason) {
        step = Step.OUT;
        contacts.reset();
        wipe(reason);
    }

    /** The card key leaves working memory. */
    void wipe(String reason) {
        if (key != null) {
            key.erase();
            diary.wiped(KeyDiary.CARD_KEY, reason, key);
            key = null;
        }
        if (step == Step.OPEN) {
            step = Step.KNOWN;
        }
    }

    /** Begins the dialogue; {@link PadReply.CardIn} ends it. */
    void reset() {
        contacts.reset();
        turn = false;
        step = Step.RESETTING;
        hands.toCard(new byte[] {CardBlock.RESET});
    }

    /** Gives the password to the card; {@link PadReply.PasswordChecked} ends it. */
    void verify(String password) {
        diary.took(KeyDiary.CARD_PASSWORD, password.getBytes(StandardCharsets.US_ASCII));
        send(Step.VERIFYING, ManagerApplication.verify(password));
    }

    /** The reply that bytes of the card lead to, or null while the dialogue goes on. */
    @Nullable
    PadReply hear(byte[] chunk) {
        PadReply reply = null;
        for (byte[] piece : contacts.feed(chunk)) {
            PadReply next = piece(piece);
            reply = next == null ? reply : next;
        }
        return reply;
    }

    /** The card has not answered in time. */
    PadReply silent() {
        boolean asked = step == Step.VERIFYING || step == Step.READING_KEY;
        step = Step.IN;
        return asked ? checked(NO_DIAGNOSIS) : new PadReply.CardIn(CardKind.SILENT, "", "");
    }

    private @Nullable PadReply piece(byte[] piece) {
        if (step == Step.RESETTING) {
            if (Atr.whole(piece)) {
                send(Step.SELECTING, ManagerApplication.select());
            }
            return null;
        }
        try {
            return answer(ResponseApdu.decode(CardBlock.apdu(piece)));
        } catch (Malformed e) {
            contacts.reset();
            return null;
        }
    }

    private @Nullable PadReply answer(ResponseApdu response) {
        return switch (step) {
            case SELECTING -> selected(response);
            case READING_NUMBER -> numberRead(response);
            case READING_EXPIRY -> expiryRead(response);
            case VERIFYING -> verified(response);
            case READING_KEY -> keyRead(response);
            default -> null;
        };
    }

    private @Nullable PadReply selected(ResponseApdu response) {
        if (!response.good() || response.data().length != 1) {
            return other();
        }
        algorithm = response.data()[0] == SM4 ? CipherKind.SM4 : CipherKind.TDES;
        return send(Step.READING_NUMBER, ManagerApplication.readNumber());
    }

    private @Nullable PadReply numberRead(ResponseApdu response) {
        if (!response.good()) {
            return other();
        }
        number = ManagerApplication.digits(response.data());
        return send(Step.READING_EXPIRY, ManagerApplication.readExpiry());
    }

    private PadReply expiryRead(ResponseApdu response) {
        if (!response.good()) {
            return other();
        }
        step = Step.KNOWN;
        return new PadReply.CardIn(CardKind.MANAGER, number, ManagerApplication.digits(response.data()));
    }

    private @Nullable PadReply verified(ResponseApdu response) {
        if (!response.good()) {
            return checked(response.statusWord());
        }
        return send(Step.READING_KEY, ManagerApplication.readKey());
    }

    private PadReply keyRead(ResponseApdu response) {
        if (!response.good() || !algorithm.accepts(response.data().length)) {
            return checked(response.good() ? NO_DIAGNOSIS : response.statusWord());
        }
        key = CipherKey.of(algorithm, response.data());
        diary.took(KeyDiary.CARD_KEY, response.data());
        diary.life(KeyDiary.CARD_KEY, key, "LOADED", "given by the card");
        Arrays.fill(response.data(), (byte) 0);
        PadReply reply = checked(response.statusWord());
        step = Step.OPEN;
        return reply;
    }

    private PadReply checked(int statusWord) {
        diary.used(KeyDiary.CARD_PASSWORD);
        step = Step.KNOWN;
        return new PadReply.PasswordChecked(statusWord);
    }

    private PadReply other() {
        step = Step.IN;
        return new PadReply.CardIn(CardKind.OTHER, "", "");
    }

    private @Nullable PadReply send(Step next, CommandApdu command) {
        step = next;
        hands.toCard(CardBlock.of(command.encode(), turn));
        turn = !turn;
        return null;
    }
}
