package dev.counterfoil.protocol.apdu;

import dev.counterfoil.codec.Malformed;
import java.util.Arrays;

/**
 * A card's answer: data and a status word. It prints its status word only.
 *
 * @param data 0 to 256 bytes
 * @param statusWord 0 to FFFF; 9000 is good
 */
public record ResponseApdu(byte[] data, int statusWord) {
    public static final int GOOD = 0x9000;

    /** A status word without data. */
    public ResponseApdu(int statusWord) {
        this(new byte[0], statusWord);
    }

    public boolean good() {
        return statusWord == GOOD;
    }

    /** The bytes of this answer, 2 to 258. */
    public byte[] encode() {
        byte[] out = Arrays.copyOf(data, data.length + 2);
        out[data.length] = (byte) (statusWord >> 8);
        out[data.length + 1] = (byte) statusWord;
        return out;
    }

    /** @throws Malformed when there is no status word */
    public static ResponseApdu decode(byte[] bytes) {
        int sw = bytes.length - 2;
        if (sw < 0) {
            throw new Malformed("response APDU", bytes.length, "a status word of 2 bytes", bytes.length + " bytes");
        }
        return new ResponseApdu(Arrays.copyOf(bytes, sw), (bytes[sw] & 0xFF) << 8 | bytes[sw + 1] & 0xFF);
    }

    @Override
    public String toString() {
        return Integer.toHexString(statusWord) + " and " + data.length + " bytes";
    }
}
