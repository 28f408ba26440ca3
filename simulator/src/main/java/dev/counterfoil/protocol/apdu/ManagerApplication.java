package dev.counterfoil.protocol.apdu;

import dev.counterfoil.codec.Bcd;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.util.Arrays;

/**
 * The application of the operation manager's card: what a reader sends and what the card's data objects hold. The
 * VERIFY command and its padding follow published key-card practice; the rest is ours.
 */
public final class ManagerApplication {
    /** Application identifier, of the category that anybody may use: F0 and "CFMGR", version 1. */
    public static final String AID = "F043464D475201";

    /** 63Cx with x tries left is {@code WRONG_PASSWORD + x}. */
    public static final int WRONG_PASSWORD = 0x63C0;

    public static final int BLOCKED = 0x6983;
    public static final int NOT_ALLOWED = 0x6982;
    public static final int NO_SUCH_DATA = 0x6A88;
    public static final int NO_SUCH_APPLICATION = 0x6A82;
    public static final int UNKNOWN_INSTRUCTION = 0x6D00;
    public static final int WRONG_LENGTH = 0x6700;

    /** Most wrong passwords that the counter in a status word can show. */
    public static final int MOST_TRIES = 15;

    static final int CARD_NUMBER = 0x005A;
    static final int EXPIRY = 0x5F24;
    static final int KEY = 0x00C1;

    private static final char SEPARATOR = '=';
    private static final String NO_SERVICES = "000";
    /** From the separator on: itself, the expiry. */
    private static final int SERVICE_CODE = 5;

    private static final int PASSWORD_BYTES = 8;
    private static final String PATH = "manager card";

    private ManagerApplication() {}

    /** What a command asks for. */
    public enum Request {
        SELECT,
        READ_NUMBER,
        READ_EXPIRY,
        VERIFY,
        READ_KEY,
        UNKNOWN
    }

    /** The stripe of a manager's card, for readers without a chip slot; {@code expiry} is year and month. */
    public static Stripe stripe(String number, String expiry) {
        return new Stripe(number + SEPARATOR + expiry + NO_SERVICES, "");
    }

    /** The number on track 2 of a manager's stripe; empty on any other, whose number is nobody's business here. */
    public static String numberOn(String track2) {
        String track = track2.replace('D', SEPARATOR);
        int end = track.indexOf(SEPARATOR);
        return end < 0 || !track.startsWith(NO_SERVICES, end + SERVICE_CODE) ? "" : track.substring(0, end);
    }

    /** Chooses the application; its answer is the algorithm of the card key: 01 for TDES, 02 for SM4. */
    public static CommandApdu select() {
        return new CommandApdu(0x00, 0xA4, 0x0400, Hex.bytes(AID), 256);
    }

    /** Answered with the card number, packed, F behind an odd number of digits. */
    public static CommandApdu readNumber() {
        return get(CARD_NUMBER);
    }

    /** Answered with the date YYYYMMDD, packed into 4 bytes. */
    public static CommandApdu readExpiry() {
        return get(EXPIRY);
    }

    /** Answered with the card key, 16 bytes, once the password has been verified. */
    public static CommandApdu readKey() {
        return get(KEY);
    }

    /**
     * {@code 00 20 00 81 08} and the password, packed, filled with F to 8 bytes.
     *
     * @param password 4 to 12 digits
     */
    public static CommandApdu verify(String password) {
        return new CommandApdu(0x00, 0x20, 0x0081, packed(password), 0);
    }

    /** What this command asks a card for; a SELECT of another application is one too. */
    public static Request request(CommandApdu command) {
        return switch (command.cla() << 8 | command.ins()) {
            case 0x00A4 -> Request.SELECT;
            case 0x0020 -> command.p1p2() == 0x0081 ? Request.VERIFY : Request.UNKNOWN;
            case 0x80CA ->
                switch (command.p1p2()) {
                    case CARD_NUMBER -> Request.READ_NUMBER;
                    case EXPIRY -> Request.READ_EXPIRY;
                    case KEY -> Request.READ_KEY;
                    default -> Request.UNKNOWN;
                };
            default -> Request.UNKNOWN;
        };
    }

    /** Whether the command chooses this application. */
    public static boolean selects(CommandApdu command) {
        return request(command) == Request.SELECT && Arrays.equals(command.data(), Hex.bytes(AID));
    }

    /** The 8 bytes that stand for a password in {@link #verify}. */
    public static byte[] packed(String password) {
        byte[] field = new byte[PASSWORD_BYTES];
        Arrays.fill(field, (byte) 0xFF);
        byte[] digits = Bcd.left(password, 'F');
        System.arraycopy(digits, 0, field, 0, digits.length);
        return field;
    }

    /** The digits of a packed number, without the F behind them. */
    public static String digits(byte[] packed) {
        String digits = Bcd.digits(packed);
        String number = digits.endsWith("F") ? digits.substring(0, digits.length() - 1) : digits;
        if (number.isEmpty() || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Malformed(PATH, 0, "decimal digits", packed.length + " bytes");
        }
        return number;
    }

    private static CommandApdu get(int tag) {
        return new CommandApdu(0x80, 0xCA, tag, new byte[0], 256);
    }
}
