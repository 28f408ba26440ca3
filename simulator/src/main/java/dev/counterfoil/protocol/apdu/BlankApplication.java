package dev.counterfoil.protocol.apdu;

import dev.counterfoil.codec.Hex;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The application of a card that has not been issued yet: the order of commands is that of a GlobalPlatform card that
 * is personalised over a secure channel (INITIALIZE UPDATE, EXTERNAL AUTHENTICATE, STORE DATA, PUT KEY, SET STATUS),
 * the bytes are ours, see {@code docs/reference/card-issuing.md}.
 */
public final class BlankApplication {
    /** Application identifier, of the category that anybody may use: F0 and "CFBLK", version 1. */
    public static final String AID = "F04346424C4B01";

    public static final int HOST_NOT_AUTHENTIC = 0x6300;
    public static final int SPOILT = 0x6283;
    public static final int WRONG_LENGTH = ManagerApplication.WRONG_LENGTH;
    public static final int NO_CHANNEL = ManagerApplication.NOT_ALLOWED;
    public static final int BLOCKED = ManagerApplication.BLOCKED;
    public static final int NOT_COMPLETE = 0x6985;
    public static final int MAC_WRONG = 0x6988;
    public static final int WRONG_DATA = 0x6A80;
    public static final int NO_SUCH_PLACE = ManagerApplication.NO_SUCH_DATA;
    public static final int NO_SUCH_APPLICATION = ManagerApplication.NO_SUCH_APPLICATION;
    public static final int UNKNOWN_INSTRUCTION = ManagerApplication.UNKNOWN_INSTRUCTION;
    public static final int UNKNOWN_CLASS = 0x6E00;

    private static final int PLAIN = 0x80;
    private static final int SECURED = 0x84;
    private static final int SELECT = 0xA4;
    private static final int INITIALIZE_UPDATE = 0x50;
    private static final int EXTERNAL_AUTHENTICATE = 0x82;
    private static final int STORE_DATA = 0xE2;
    private static final int PUT_KEY = 0xD8;
    private static final int SET_STATUS = 0xF0;
    private static final int ALL = 256;

    private BlankApplication() {}

    /** What is written into a card through its channel, in the order in which an issuer writes it. */
    public enum Item {
        NUMBER(STORE_DATA, ManagerApplication.CARD_NUMBER),
        EXPIRY(STORE_DATA, ManagerApplication.EXPIRY),
        /** The key's kind, 01 TDES, its 16 bytes and 4 of its check value. */
        KEY(PUT_KEY, ManagerApplication.KEY),
        /** Tries, then the password as {@link ManagerApplication#packed} has it. */
        PASSWORD(STORE_DATA, 0x0081),
        /** Nothing; the card is issued from then on. */
        ISSUED(SET_STATUS, 0x800F);

        private final int ins;
        private final int p1p2;

        Item(int ins, int p1p2) {
            this.ins = ins;
            this.p1p2 = p1p2;
        }

        /** The command's place in its channel, as ciphers and MAC have it: {@code number}, INS, P1, P2. */
        public byte[] place(int number) {
            return new byte[] {(byte) number, (byte) ins, (byte) (p1p2 >> 8), (byte) p1p2};
        }

        /** The command with what was sealed for its place. */
        public CommandApdu command(byte[] sealed) {
            return new CommandApdu(SECURED, ins, p1p2, sealed, 0);
        }
    }

    /** What a command is; {@link Item}s apart. */
    public enum Request {
        SELECT,
        INITIALIZE,
        AUTHENTICATE,
        WRITE,
        OTHER_CLASS,
        UNKNOWN
    }

    private static final Map<Integer, Request> REQUESTS = Map.of(
            BlankApplication.SELECT,
            Request.SELECT,
            PLAIN << 8 | INITIALIZE_UPDATE,
            Request.INITIALIZE,
            SECURED << 8 | EXTERNAL_AUTHENTICATE,
            Request.AUTHENTICATE,
            SECURED << 8 | STORE_DATA,
            Request.WRITE,
            SECURED << 8 | PUT_KEY,
            Request.WRITE,
            SECURED << 8 | SET_STATUS,
            Request.WRITE);

    /** Chooses the application; answered with the chip's serial number, 8 bytes. */
    public static CommandApdu select() {
        return new CommandApdu(0x00, SELECT, 0x0400, Hex.bytes(AID), ALL);
    }

    /** Begins a channel with a challenge of 8 bytes; answered with the card's and its cryptogram. */
    public static CommandApdu initializeUpdate(byte[] challenge) {
        return new CommandApdu(PLAIN, INITIALIZE_UPDATE, 0x0000, challenge, ALL);
    }

    /** Proves the issuer to the card with 8 bytes; all that follows is enciphered and has a MAC. */
    public static CommandApdu externalAuthenticate(byte[] cryptogram) {
        return new CommandApdu(SECURED, EXTERNAL_AUTHENTICATE, 0x0300, cryptogram, 0);
    }

    /** What a command is. */
    public static Request request(CommandApdu command) {
        boolean known = command.cla() == 0x00 || command.cla() == PLAIN || command.cla() == SECURED;
        return known ? REQUESTS.getOrDefault(command.cla() << 8 | command.ins(), Request.UNKNOWN) : Request.OTHER_CLASS;
    }

    /** Whether a SELECT chooses this application. */
    public static boolean selects(CommandApdu command) {
        return command.p1p2() == 0x0400 && Arrays.equals(command.data(), Hex.bytes(AID));
    }

    /** What a writing command writes; null for a place that a card does not have. */
    public static @Nullable Item item(CommandApdu command) {
        for (Item item : Item.values()) {
            if (item.ins == command.ins() && item.p1p2 == command.p1p2()) {
                return item;
            }
        }
        return null;
    }
}
