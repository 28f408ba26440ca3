package dev.counterfoil.codec;

/** Checksums of serial and dial-up frames. None of them protects against an adversary. */
public final class Checksums {
    private static final int[] CRC = crcTable();

    private Checksums() {}

    /** Longitudinal redundancy check: exclusive or of {@code length} bytes, 0..255. */
    public static int lrc(byte[] data, int offset, int length) {
        int lrc = 0;
        for (int i = offset; i < offset + length; i++) {
            lrc ^= data[i];
        }
        return lrc & 0xFF;
    }

    /** Sum of {@code length} bytes modulo 256. */
    public static int sum(byte[] data, int offset, int length) {
        int sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += data[i];
        }
        return sum & 0xFF;
    }

    /**
     * CRC-16/CCITT-FALSE, 0..65535: polynomial 1021, start FFFF, no reflection, no final exclusive or; the nine ASCII
     * digits "123456789" give 29B1.
     */
    public static int crc16Ccitt(byte[] data, int offset, int length) {
        int crc = 0xFFFF;
        for (int i = offset; i < offset + length; i++) {
            crc = ((crc << 8) & 0xFFFF) ^ CRC[(crc >> 8) ^ (data[i] & 0xFF)];
        }
        return crc;
    }

    private static int[] crcTable() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int crc = i << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }
            table[i] = crc & 0xFFFF;
        }
        return table;
    }
}
