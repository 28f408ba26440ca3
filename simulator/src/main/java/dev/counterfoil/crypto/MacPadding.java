package dev.counterfoil.crypto;

/** The padding methods of ISO/IEC 9797-1, for any block length in bytes. */
public enum MacPadding {
    /** Zeros up to a whole block, none when the data already end one; an empty message becomes one block of zeros. */
    METHOD_1,
    /** One bit 1 and zeros: always at least one byte {@code 80}. */
    METHOD_2,
    /** As method 1, behind a block that holds the length of the data in bits. */
    METHOD_3;

    /** A padded copy of {@code length} bytes from {@code offset}: whole blocks, at least one. */
    public byte[] pad(byte[] data, int offset, int length, int blockBytes) {
        int ahead = this == METHOD_3 ? blockBytes : 0;
        int tail = this == METHOD_2 ? 1 : 0;
        int blocks = Math.max(1, (length + tail + blockBytes - 1) / blockBytes);
        byte[] padded = new byte[ahead + blocks * blockBytes];
        System.arraycopy(data, offset, padded, ahead, length);
        if (this == METHOD_2) {
            padded[length] = (byte) 0x80;
        }
        if (this == METHOD_3) {
            writeBits(padded, blockBytes, length * 8L);
        }
        return padded;
    }

    /** {@link #pad(byte[], int, int, int)} of the whole array. */
    public byte[] pad(byte[] data, int blockBytes) {
        return pad(data, 0, data.length, blockBytes);
    }

    private static void writeBits(byte[] padded, int blockBytes, long bits) {
        long rest = bits;
        for (int i = blockBytes - 1; i >= 0; i--) {
            padded[i] = (byte) rest;
            rest >>>= 8;
        }
    }
}
