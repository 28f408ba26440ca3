package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFault;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.crypto.PinReading;
import dev.counterfoil.protocol.hostcommand.HsmError;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The PIN block formats by their 2-digit codes; {@code 91} is this product's own. */
enum PinBlockCode {
    ISO_0("01", PinFormat.ISO0),
    /** The PIN, left-justified, filled with F. */
    DIEBOLD("03", null),
    ISO_1("05", PinFormat.ISO1),
    ISO_2("34", PinFormat.ISO2),
    ISO_3("47", PinFormat.ISO3),
    /** UnionPay's block without the account number. */
    X98_WITHOUT_PAN("91", PinFormat.X98_WITHOUT_PAN);

    private static final int BLOCK_DIGITS = 16;
    private static final String FILL = "F";

    private final String code;
    private final @Nullable PinFormat format;

    PinBlockCode(String code, @Nullable PinFormat format) {
        this.code = code;
        this.format = format;
    }

    /**
     * The format of a code.
     *
     * @throws HsmRefusal 23 for another code
     */
    static PinBlockCode of(String code) {
        for (PinBlockCode each : values()) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        throw new HsmRefusal(HsmError.PIN_BLOCK_FORMAT);
    }

    /**
     * The PIN in an enciphered block of 8 bytes; under SM4 one of 16, whose second half is zeros.
     *
     * @param account 12 digits, without check digit
     * @throws HsmRefusal 20 or 24 when the block holds none
     */
    String open(CipherKey key, byte[] block, String account) {
        byte[] opened = key.decryptEcb(block);
        byte[] clear = Arrays.copyOf(opened, BLOCK_DIGITS / 2);
        HsmRefusal.unless(Arrays.equals(opened, Arrays.copyOf(clear, opened.length)), HsmError.PIN_BLOCK);
        if (format == null) {
            return diebold(Hex.of(clear));
        }
        return pin(PinBlocks.read(format, clear, withCheckDigit(account)));
    }

    /**
     * The PIN of a block that was read.
     *
     * @throws HsmRefusal 20 or 24 when it holds none
     */
    static String pin(PinReading reading) {
        if (reading instanceof PinReading.Unreadable bad) {
            throw new HsmRefusal(bad.fault() == PinFault.PIN_LENGTH ? HsmError.PIN_LENGTH : HsmError.PIN_BLOCK);
        }
        return reading.orThrow();
    }

    /** The enciphered block of 8 bytes that holds a PIN of 4 to 12 digits. */
    byte[] seal(CipherKey key, String pin, String account, NonceSource random) {
        if (format == null) {
            String filled = pin + FILL.repeat(BLOCK_DIGITS - pin.length());
            return key.encryptEcb(Hex.bytes(filled));
        }
        return key.encryptEcb(PinBlocks.encode(format, pin, withCheckDigit(account), random));
    }

    private static String diebold(String digits) {
        int end = digits.indexOf(FILL);
        String pin = end < 0 ? digits : digits.substring(0, end);
        boolean filled = digits.equals(pin + FILL.repeat(BLOCK_DIGITS - pin.length()));
        HsmRefusal.unless(filled && pin.chars().allMatch(c -> c <= '9'), HsmError.PIN_BLOCK);
        HsmRefusal.unless(pin.length() >= 4 && pin.length() <= 12, HsmError.PIN_LENGTH);
        return pin;
    }

    /** PIN blocks take the account number with a check digit, whose value does not matter. */
    private static String withCheckDigit(String account) {
        return account + "0";
    }
}
