package dev.counterfoil.protocol.apdu;

import dev.counterfoil.codec.Malformed;
import java.util.Arrays;

/**
 * A command in its short form (ISO 7816-4 clause 5): {@code CLA INS P1 P2 [Lc data] [Le]}. It prints its header only.
 *
 * @param cla class, 0 to 255
 * @param ins instruction, 0 to 255
 * @param p1p2 both parameters, 0 to FFFF
 * @param data 0 to 255 bytes
 * @param le bytes wanted, 1 to 256; 0 for none
 */
public record CommandApdu(int cla, int ins, int p1p2, byte[] data, int le) {
    private static final int HEAD_BYTES = 4;
    private static final int LONGEST_DATA_BYTES = 255;
    private static final int MOST_WANTED = 256;
    private static final String PATH = "command APDU";

    public CommandApdu {
        if (data.length > LONGEST_DATA_BYTES || le < 0 || le > MOST_WANTED) {
            throw new IllegalArgumentException("a short APDU holds up to 255 bytes and wants up to 256");
        }
    }

    /** The bytes of this command, 4 to 261. */
    public byte[] encode() {
        int body = data.length == 0 ? 0 : 1 + data.length;
        byte[] out = new byte[HEAD_BYTES + body + (le > 0 ? 1 : 0)];
        out[0] = (byte) cla;
        out[1] = (byte) ins;
        out[2] = (byte) (p1p2 >> 8);
        out[3] = (byte) p1p2;
        if (body > 0) {
            out[HEAD_BYTES] = (byte) data.length;
            System.arraycopy(data, 0, out, HEAD_BYTES + 1, data.length);
        }
        if (le > 0) {
            out[out.length - 1] = (byte) le;
        }
        return out;
    }

    /** @throws Malformed when the bytes are no short command */
    public static CommandApdu decode(byte[] bytes) {
        if (bytes.length < HEAD_BYTES) {
            throw new Malformed(PATH, bytes.length, "a header of 4 bytes", bytes.length + " bytes");
        }
        int rest = bytes.length - HEAD_BYTES;
        int lc = rest > 1 ? bytes[HEAD_BYTES] & 0xFF : 0;
        int behind = rest > 1 ? rest - 1 - lc : rest;
        if ((rest > 1 && lc == 0) || behind < 0 || behind > 1) {
            throw new Malformed(PATH, HEAD_BYTES, "Lc, as many bytes, and Le or the end", rest + " bytes");
        }
        int dataAt = HEAD_BYTES + (lc > 0 ? 1 : 0);
        int le = behind == 0 ? 0 : ((bytes[bytes.length - 1] - 1) & 0xFF) + 1;
        int p1p2 = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        return new CommandApdu(
                bytes[0] & 0xFF, bytes[1] & 0xFF, p1p2, Arrays.copyOfRange(bytes, dataAt, dataAt + lc), le);
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%02X%02X%04X Lc %d", cla, ins, p1p2, data.length);
    }
}
