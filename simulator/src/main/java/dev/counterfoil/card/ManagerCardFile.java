package dev.counterfoil.card;

import dev.counterfoil.codec.Bcd;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.protocol.apdu.CommandApdu;
import dev.counterfoil.protocol.apdu.ManagerApplication;
import dev.counterfoil.protocol.apdu.ResponseApdu;
import java.security.MessageDigest;

/** What an operation manager's card holds and how it answers. The key is given only after the right password. */
final class ManagerCardFile {
    private static final byte TDES = 0x01;
    private static final byte SM4 = 0x02;

    private final String number;
    private final String expiry;
    private CipherKey key;
    private byte[] password = {};
    private int triesAtStart;
    private int triesLeft;
    private boolean selected;
    private boolean verified;

    ManagerCardFile(String number, String expiry, CipherKey key) {
        this.number = number;
        this.expiry = expiry;
        this.key = key;
    }

    /** Writes the password and a fresh retry counter; ends the session. */
    void personalise(String digits, int tries) {
        if (tries < 0 || tries > ManagerApplication.MOST_TRIES) {
            throw new IllegalArgumentException("a card counts 0 to 15 tries, not " + tries);
        }
        password = ManagerApplication.packed(digits);
        triesAtStart = tries;
        triesLeft = tries;
        restart();
    }

    void rekey(CipherKey other) {
        key = other;
    }

    int triesLeft() {
        return triesLeft;
    }

    /** Reset or loss of power: nothing is selected or verified any more. */
    void restart() {
        selected = false;
        verified = false;
    }

    ResponseApdu answer(CommandApdu command) {
        ManagerApplication.Request request = ManagerApplication.request(command);
        if (request == ManagerApplication.Request.SELECT) {
            return select(command);
        }
        if (request == ManagerApplication.Request.UNKNOWN) {
            return new ResponseApdu(ManagerApplication.UNKNOWN_INSTRUCTION);
        }
        if (!selected) {
            return new ResponseApdu(ManagerApplication.NOT_ALLOWED);
        }
        return switch (request) {
            case READ_NUMBER -> new ResponseApdu(Bcd.left(number, 'F'), ResponseApdu.GOOD);
            case READ_EXPIRY -> new ResponseApdu(Bcd.left(expiry, 'F'), ResponseApdu.GOOD);
            case VERIFY -> new ResponseApdu(verify(command.data()));
            default -> readKey();
        };
    }

    private ResponseApdu select(CommandApdu command) {
        restart();
        selected = ManagerApplication.selects(command);
        return selected
                ? new ResponseApdu(new byte[] {key.kind() == CipherKind.SM4 ? SM4 : TDES}, ResponseApdu.GOOD)
                : new ResponseApdu(ManagerApplication.NO_SUCH_APPLICATION);
    }

    /** The counter goes down before the comparison, so that pulling the card does not save a try. */
    private int verify(byte[] typed) {
        verified = false;
        if (typed.length != password.length) {
            return ManagerApplication.WRONG_LENGTH;
        }
        if (triesLeft == 0) {
            return ManagerApplication.BLOCKED;
        }
        triesLeft--;
        if (!MessageDigest.isEqual(typed, password)) {
            return ManagerApplication.WRONG_PASSWORD + triesLeft;
        }
        triesLeft = triesAtStart;
        verified = true;
        return ResponseApdu.GOOD;
    }

    private ResponseApdu readKey() {
        return verified
                ? new ResponseApdu(key.clear(), ResponseApdu.GOOD)
                : new ResponseApdu(ManagerApplication.NOT_ALLOWED);
    }
}
