package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Bcd;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages by which a terminal fetches its master key with an operation manager's card, and the tags of their F62.
 *
 * <p>No public source gives such a format: this one is Counterfoil's own. Every message is an 0800 and its 0810; F60.3
 * says which, F62 is BER-TLV. In a HARDENED download DF4D and DF4E come in addition, where they stand in brackets:
 *
 * <pre>
 * F60.3    0800                     F62                              0810, F39 00   F62
 * 440 450  download request         DF4B DF4C                        accepted       DF49 [DF4D]
 * 441      authentication message   DF49 DF41 DF42 DF43 DF44 [DF4E]  host's proof   DF49 DF45 [DF4E]
 * 442      key request              DF49 [DF4E]                      key delivery   DF49 DF46 DF47 DF48 [DF4E]
 * 451      authentication message   as 441                           key delivery   DF49 DF45 DF46 DF47 DF48 [DF4E]
 * 443 453  download result          DF49 DF4A DF47 [DF4E]            noted          DF49 [DF4E]
 * 449      card blocked             DF41                             noted
 * </pre>
 */
public final class KeyDownload {
    // spotless:off
    public static final String DOWNLOAD_REQUEST = "440";
    public static final String AUTHENTICATION   = "441";
    public static final String KEY_REQUEST      = "442";
    public static final String RESULT           = "443";
    public static final String CARD_REPORT      = "449";

    /** Manager card number, BCD, an odd one filled with F. */
    public static final int CARD_NUMBER     = 0xDF41;
    /** First random number of the terminal, 8 bytes. */
    public static final int R1              = 0xDF42;
    /** Second random number of the terminal, 8 bytes. */
    public static final int R2              = 0xDF43;
    /** R1 enciphered, by which the card proves itself, 8 bytes. */
    public static final int C1              = 0xDF44;
    /** R2 enciphered, by which the host proves itself, 8 bytes. */
    public static final int C2              = 0xDF45;
    /** Master key: LITERAL, 16 bytes under the card key; HARDENED, a key block in ASCII. */
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
    /** HARDENED: random number of the host, 8 bytes. */
    public static final int R3              = 0xDF4D;
    /** HARDENED: MAC over what {@link #covered} says, 8 bytes; the last tag. */
    public static final int MAC             = 0xDF4E;

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

    private static final int MAC_BYTES = 8;
    private static final int BLOCK_BYTES = 8;
    private static final int[] COVERED = {11, 41, 42, 39};

    private static final Set<String> CODES = Set.of("440", "441", "442", "443", "449", "450", "451", "453");

    private KeyDownload() {}

    /** Whether F60.3 is one of a download. */
    public static boolean isDownload(String networkCode) {
        return CODES.contains(networkCode);
    }

    /**
     * What the MAC of a message covers in a HARDENED download: F60.3, F11, F41, F42, of an answer F39, the serial
     * number behind its length in 2 digits, R3, and F62 up to the MAC. The key under which it is made says which way
     * the message goes.
     *
     * @param r3 the host's random number; empty in message 3, whose key is the new master key
     */
    public static byte[] covered(IsoMessage message, String serialNumber, byte[] r3) {
        StringBuilder head = new StringBuilder(step(message));
        for (int field : COVERED) {
            head.append(message.has(field) ? message.text(field) : "");
        }
        head.append(String.format(Locale.ROOT, "%02d", serialNumber.length())).append(serialNumber);
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        covered.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        covered.writeBytes(r3);
        byte[] f62 = message.has(62) ? message.bytes(62) : new byte[0];
        covered.write(
                f62,
                0,
                f62.length
                        - (mac(message) == null
                                ? 0
                                : Tlv.of(MAC, new byte[MAC_BYTES]).encode().length));
        return covered.toByteArray();
    }

    /** The MAC at the end of F62, 8 bytes, or null when F62 does not end with one. */
    public static byte @Nullable [] mac(IsoMessage message) {
        byte[] f62 = message.has(62) ? message.bytes(62) : new byte[0];
        byte[] last = Arrays.copyOfRange(f62, Math.max(0, f62.length - MAC_BYTES), f62.length);
        byte[] tail = Tlv.of(MAC, last).encode();
        boolean ends = last.length == MAC_BYTES
                && f62.length >= tail.length
                && Arrays.equals(f62, f62.length - tail.length, f62.length, tail, 0, tail.length);
        return ends ? last : null;
    }

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

    /** As {@link #value}; empty when there is none, or F62 is no TLV. */
    public static byte[] valueOrNone(IsoMessage message, int tag) {
        try {
            byte[] value = value(message, tag);
            return value == null ? new byte[0] : value;
        } catch (Malformed notTlv) {
            return new byte[0];
        }
    }

    /**
     * The value of a tag with a random number or its cipher, 8 bytes; null when it is absent.
     *
     * @throws Malformed when F62 is not BER-TLV, or the value has another length: the card has no TDES key
     */
    public static byte @Nullable [] block(IsoMessage message, int tag) {
        Tlv found = Tlv.find(tags(message), tag);
        if (found != null && found.value().length != BLOCK_BYTES) {
            String came = found.value().length + " bytes";
            throw new Malformed(found.name(), found.valueOffset(), "8 bytes", came).within("F62", 0);
        }
        return found == null ? null : found.value();
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
