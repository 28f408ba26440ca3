package dev.counterfoil.protocol.issuing;

import dev.counterfoil.codec.Bcd;
import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a card issuer asks the registry: {@code length 2 | kind | 5A number | 5F24 expiry | DF50 name}. Prints kind and
 * name only.
 *
 * @param kind whether a number is free, or to enter it
 * @param number 8 to 19 digits
 * @param expiry YYYYMMDD
 * @param name what the card is called, 1 to 40 characters of ASCII
 */
public record RegistryRequest(Kind kind, String number, String expiry, String name) {
    static final int LENGTH_BYTES = 2;

    private static final int NUMBER = 0x5A;
    private static final int EXPIRY = 0x5F24;
    private static final int NAME = 0xDF50;
    private static final int LONGEST_NAME = 40;
    private static final String PATH = "registry request";

    /** Both questions take the same fields. */
    public enum Kind {
        IS_FREE(1),
        ENTER_AS_ISSUED(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static Kind of(byte code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new Malformed(PATH, LENGTH_BYTES, "kind 01 or 02", "another");
        }
    }

    /** The whole frame. */
    public byte[] encode() {
        byte[] body = Tlv.encode(List.of(
                Tlv.of(NUMBER, Bcd.left(number, 'F')),
                Tlv.of(EXPIRY, Bcd.left(expiry, 'F')),
                Tlv.of(NAME, name.getBytes(StandardCharsets.US_ASCII))));
        return frame((byte) kind.code, body);
    }

    /** @throws Malformed when a whole frame is no such request */
    public static RegistryRequest decode(byte[] frame) {
        if (frame.length <= LENGTH_BYTES) {
            throw new Malformed(PATH, frame.length, "a kind", "the end");
        }
        Kind kind = Kind.of(frame[LENGTH_BYTES]);
        List<Tlv> objects = Tlv.parse(frame, LENGTH_BYTES + 1, frame.length - LENGTH_BYTES - 1);
        String name = new String(value(objects, NAME), StandardCharsets.US_ASCII);
        String number = digits(value(objects, NUMBER));
        String expiry = digits(value(objects, EXPIRY));
        boolean good = number.length() >= 8 && number.length() <= 19 && expiry.length() == 8;
        if (!good || name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Malformed(PATH, LENGTH_BYTES + 1, "number, expiry and name", frame.length + " bytes");
        }
        return new RegistryRequest(kind, number, expiry, name);
    }

    static byte[] frame(byte kind, byte[] body) {
        byte[] frame = new byte[LENGTH_BYTES + 1 + body.length];
        frame[0] = (byte) (1 + body.length >> 8);
        frame[1] = (byte) (1 + body.length);
        frame[LENGTH_BYTES] = kind;
        System.arraycopy(body, 0, frame, LENGTH_BYTES + 1, body.length);
        return frame;
    }

    private static byte[] value(List<Tlv> objects, int tag) {
        Tlv found = Tlv.find(objects, tag);
        if (found == null) {
            throw new Malformed(PATH, LENGTH_BYTES + 1, "tag " + Integer.toHexString(tag), "none");
        }
        return found.value();
    }

    private static String digits(byte[] packed) {
        String digits = Bcd.digits(packed);
        String bare = digits.endsWith("F") ? digits.substring(0, digits.length() - 1) : digits;
        if (!Decimal.isDigits(bare)) {
            throw new Malformed(PATH, LENGTH_BYTES + 1, "decimal digits", "others");
        }
        return bare;
    }

    @Override
    public String toString() {
        return kind + " for " + name;
    }
}
