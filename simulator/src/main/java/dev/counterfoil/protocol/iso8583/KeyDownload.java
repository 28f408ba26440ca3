package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Bcd;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages by which a terminal fetches its master key with an operation manager's card, and the tags of their F62.
 *
 * <p>No public source gives such a format: this one is Counterfoil's own. Every message is an 0800 and its 0810; F60.3
 * says which, F62 is BER-TLV:
 *
 * <pre>
 * F60.3  0800                     F62                         0810, F39 00     F62
 * 440    download request         DF41 DF42 DF4B DF4C         challenge        DF43 DF44 DF49
 * 441    authentication message   DF49 DF45                   accepted         DF49
 * 442    key request              DF49                        key delivery     DF49 DF46 DF47 DF48
 * 443    download result          DF49 DF4A DF47              noted            DF49
 * </pre>
 */
public final class KeyDownload {
    // spotless:off
    public static final String DOWNLOAD_REQUEST = "440";
    public static final String AUTHENTICATION   = "441";
    public static final String KEY_REQUEST      = "442";
    public static final String RESULT           = "443";

    /** Manager card number, BCD, an odd one filled with F. */
    public static final int CARD_NUMBER     = 0xDF41;
    /** Random number of the card, 8 bytes. */
    public static final int R1              = 0xDF42;
    /** Random number of the host, 8 bytes. */
    public static final int R2              = 0xDF43;
    /** Cryptogram by which the host proves itself, 8 bytes. */
    public static final int C1              = 0xDF44;
    /** Cryptogram by which the card proves itself, 8 bytes. */
    public static final int C2              = 0xDF45;
    /** Master key wrapped under the session key, 16 bytes. */
    public static final int WRAPPED_KEY     = 0xDF46;
    /** Check value of the master key, 4 bytes. */
    public static final int CHECK_VALUE     = 0xDF47;
    /** Index of the key in the pad, 1 byte. */
    public static final int KEY_INDEX       = 0xDF48;
    /** Session of the download, 4 bytes. */
    public static final int SESSION_ID      = 0xDF49;
    /** Result, 1 byte: 00 stored, else a failure. */
    public static final int RESULT_CODE     = 0xDF4A;
    /** Version of the terminal's program, ASCII. */
    public static final int PROGRAM_VERSION = 0xDF4B;
    /** Serial number of the terminal, ASCII. */
    public static final int SERIAL_NUMBER   = 0xDF4C;

    public static final String PROGRAM_TOO_OLD       = "D0";
    public static final String NO_PERMIT             = "D1";
    public static final String CARD_UNKNOWN          = "D2";
    public static final String CARD_LOST             = "D3";
    public static final String CARD_REVOKED          = "D4";
    public static final String CARD_EXPIRED          = "D5";
    public static final String CARD_OUT_OF_REGION    = "D6";
    public static final String REPEATED              = "D7";
    public static final String AUTHENTICATION_FAILED = "D8";
    // spotless:on

    private KeyDownload() {}

    /** Bytes of a card number for {@link #CARD_NUMBER}. */
    public static byte[] cardNumber(String digits) {
        return Bcd.left(digits, 'F');
    }

    /** The card number that {@link #cardNumber(String)} packed. */
    public static String cardNumber(byte[] packed) {
        String digits = Bcd.digits(packed);
        return digits.endsWith("F") ? digits.substring(0, digits.length() - 1) : digits;
    }

    /** F60.3 of a message; empty when it has none. */
    public static String step(IsoMessage message) {
        return Parts.networkCode(message);
    }

    /**
     * The tags of F62; none when the message has no F62.
     *
     * @throws Malformed when F62 is not BER-TLV
     */
    public static List<Tlv> tags(IsoMessage message) {
        try {
            return message.has(62) ? Tlv.parse(message.bytes(62)) : List.of();
        } catch (Malformed e) {
            throw e.within("F62", 0);
        }
    }

    /**
     * The value of one tag of F62, or null when it is absent.
     *
     * @throws Malformed when F62 is not BER-TLV
     */
    public static byte @Nullable [] value(IsoMessage message, int tag) {
        Tlv found = Tlv.find(tags(message), tag);
        return found == null ? null : found.value();
    }
}
