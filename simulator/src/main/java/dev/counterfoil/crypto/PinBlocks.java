package dev.counterfoil.crypto;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Hex;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * PIN blocks: clear PINs of 4 to 12 digits into the layouts of {@link PinFormat}, under a key, and back.
 *
 * <p>An account number (PAN) is 8 to 19 digits with its check digit. ISO formats 0 and 3 take the 12 digits left of the
 * check digit and want at least 13 in all; the Chinese X9.8 fills a shorter number with zeros on the left.
 */
public final class PinBlocks {
    private static final int SHORTEST_PIN = 4;
    private static final int LONGEST_PIN = 12;
    private static final String ZERO_FIELD = "0".repeat(16);

    private PinBlocks() {}

    /**
     * The clear block of an 8-byte format, or the clear 16-byte PIN field of {@link PinFormat#ISO4}.
     *
     * @param pan the account number, needed by formats that bind it
     * @param nonces asked once for the whole length of the block; digits of the fill come from the same places there
     * @throws IllegalArgumentException when the PIN is not 4 to 12 decimal digits or the account number is unfit
     */
    public static byte[] encode(PinFormat format, String pin, @Nullable String pan, NonceSource nonces) {
        mustBeDigits("a PIN", pin, SHORTEST_PIN, LONGEST_PIN);
        StringBuilder field = new StringBuilder(32)
                .append(format.control())
                .append(Hex.digit(pin.length()))
                .append(pin);
        byte[] nonce = new byte[format.lengthBytes()];
        if (format.random()) {
            nonces.nextBytes(nonce);
        }
        String randomDigits = Hex.of(nonce);
        while (field.length() < 2 * format.lengthBytes()) {
            field.append(fill(format, field.length(), randomDigits));
        }
        byte[] block = Hex.bytes(field.toString());
        if (format.bindsPan() && format != PinFormat.ISO4) {
            add(block, panField(format, pan));
        }
        return block;
    }

    /** {@link #encode(PinFormat, String, String, NonceSource)} for formats without random digits. */
    public static byte[] encode(PinFormat format, String pin, @Nullable String pan) {
        return encode(format, pin, pan, NonceSource.NONE);
    }

    /** What a clear block, or the clear PIN field of {@link PinFormat#ISO4}, holds. */
    public static PinReading read(PinFormat format, byte[] block, @Nullable String pan) {
        if (block.length != format.lengthBytes()) {
            return new PinReading.Unreadable(
                    PinFault.BLOCK_LENGTH, block.length + " bytes, not " + format.lengthBytes());
        }
        byte[] field = block.clone();
        if (format.bindsPan() && format != PinFormat.ISO4) {
            add(field, panField(format, pan));
        }
        return readField(format, Hex.of(field));
    }

    /**
     * The PIN in a clear block.
     *
     * @throws IllegalArgumentException when there is none; {@link #read} gives the reason as a value
     */
    public static String decode(PinFormat format, byte[] block, @Nullable String pan) {
        return read(format, block, pan).orThrow();
    }

    /**
     * The block under its key, as it travels: 8 bytes under DES and TDES. Under SM4 an 8-byte block is followed by 8
     * zero bytes, which makes 16. {@link PinFormat#ISO4} takes a key with 16-byte blocks and makes 16 bytes.
     */
    public static byte[] encipher(
            PinFormat format, CipherKey pik, String pin, @Nullable String pan, NonceSource nonces) {
        byte[] clear = encode(format, pin, pan, nonces);
        mustFit(format, pik);
        if (format == PinFormat.ISO4) {
            byte[] inner = pik.encryptEcb(clear);
            add(inner, panField4(pan));
            return pik.encryptEcb(inner);
        }
        byte[] whole = new byte[pik.kind().blockBytes()];
        System.arraycopy(clear, 0, whole, 0, clear.length);
        return pik.encryptEcb(whole);
    }

    /** What {@link #encipher} made, opened. */
    public static PinReading decipher(PinFormat format, CipherKey pik, byte[] enciphered, @Nullable String pan) {
        mustFit(format, pik);
        if (enciphered.length != pik.kind().blockBytes()) {
            return new PinReading.Unreadable(
                    PinFault.BLOCK_LENGTH,
                    enciphered.length + " bytes, not " + pik.kind().blockBytes());
        }
        byte[] clear = pik.decryptEcb(enciphered);
        if (format == PinFormat.ISO4) {
            add(clear, panField4(pan));
            return read(format, pik.decryptEcb(clear), pan);
        }
        for (int i = 8; i < clear.length; i++) {
            if (clear[i] != 0) {
                return new PinReading.Unreadable(PinFault.FILL, "the second half is not 8 zero bytes");
            }
        }
        return read(format, Arrays.copyOf(clear, 8), pan);
    }

    /** The account-number field that a format adds to the PIN field: 8 bytes, 16 for {@link PinFormat#ISO4}. */
    public static byte[] panField(PinFormat format, @Nullable String pan) {
        if (format == PinFormat.ISO4) {
            return panField4(pan);
        }
        int shortest = format == PinFormat.X98_WITH_PAN ? 1 : 13;
        String digits = mustBeDigits("an account number", pan, shortest, 19);
        String body = ZERO_FIELD + digits.substring(0, digits.length() - 1);
        return Hex.bytes("0000" + body.substring(body.length() - 12));
    }

    /** Digits beyond the twelfth, the account number filled to 12 with zeros on the left, zeros behind. */
    private static byte[] panField4(@Nullable String pan) {
        String digits = mustBeDigits("an account number", pan, 1, 19);
        String padded = "0".repeat(Math.max(0, 12 - digits.length())) + digits;
        String field = (padded.length() - 12) + padded + "0".repeat(31);
        return Hex.bytes(field.substring(0, 32));
    }

    private static PinReading readField(PinFormat format, String field) {
        if (Hex.value(field.charAt(0)) != format.control()) {
            return new PinReading.Unreadable(PinFault.FORMAT, "the first digit is not " + format.control());
        }
        int length = Hex.value(field.charAt(1));
        if (length < SHORTEST_PIN || length > LONGEST_PIN) {
            return new PinReading.Unreadable(PinFault.PIN_LENGTH, "the length digit is not 4 to 12");
        }
        String pin = field.substring(2, 2 + length);
        if (!Decimal.isDigits(pin)) {
            return new PinReading.Unreadable(PinFault.DIGIT, "a PIN digit is not decimal");
        }
        for (int at = 2 + length; at < 16; at++) {
            if (!goodFill(format, field.charAt(at))) {
                return new PinReading.Unreadable(PinFault.FILL, "the fill is not the format's");
            }
        }
        return new PinReading.Pin(pin);
    }

    private static char fill(PinFormat format, int at, String randomDigits) {
        return switch (format) {
            case ISO1 -> randomDigits.charAt(at);
            case ISO3 -> (char) ('A' + Hex.value(randomDigits.charAt(at)) % 6);
            case ISO4 -> at < 16 ? format.fill() : randomDigits.charAt(at);
            default -> format.fill();
        };
    }

    private static boolean goodFill(PinFormat format, char digit) {
        return switch (format) {
            case ISO1 -> true;
            case ISO3 -> digit >= 'A';
            default -> digit == format.fill();
        };
    }

    private static void add(byte[] block, byte[] other) {
        for (int i = 0; i < block.length; i++) {
            block[i] ^= other[i];
        }
    }

    private static void mustFit(PinFormat format, CipherKey pik) {
        if (pik.kind().blockBytes() < format.lengthBytes()) {
            throw new IllegalArgumentException(format + " wants a cipher with 16-byte blocks, not " + pik.kind());
        }
    }

    private static String mustBeDigits(String what, @Nullable String text, int shortest, int longest) {
        if (text == null || text.length() < shortest || text.length() > longest || !Decimal.isDigits(text)) {
            throw new IllegalArgumentException(what + " is " + shortest + " to " + longest + " decimal digits");
        }
        return text;
    }
}
