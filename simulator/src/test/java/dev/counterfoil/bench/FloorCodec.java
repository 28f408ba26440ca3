package dev.counterfoil.bench;

import java.nio.charset.StandardCharsets;

/** Table-driven binary ISO 8583 codec, as plain as it can be: the floor that a readable codec should stay near. */
final class FloorCodec {
    enum Kind {
        BCD,
        BCD_LL,
        BCD_LLL,
        CHAR,
        CHAR_LL,
        CHAR_LLL,
        BIN,
        BIN_LL,
        BIN_LLL
    }

    record Spec(int number, Kind kind, int length) {}

    static final Spec[] TABLE = new Spec[65];

    static {
        s(2, Kind.BCD_LL, 19);
        s(3, Kind.BCD, 6);
        s(4, Kind.BCD, 12);
        s(11, Kind.BCD, 6);
        s(12, Kind.BCD, 6);
        s(13, Kind.BCD, 4);
        s(14, Kind.BCD, 4);
        s(15, Kind.BCD, 4);
        s(22, Kind.BCD, 3);
        s(23, Kind.BCD, 3);
        s(25, Kind.BCD, 2);
        s(26, Kind.BCD, 2);
        s(32, Kind.BCD_LL, 11);
        s(35, Kind.BCD_LL, 37);
        s(37, Kind.CHAR, 12);
        s(38, Kind.CHAR, 6);
        s(39, Kind.CHAR, 2);
        s(41, Kind.CHAR, 8);
        s(42, Kind.CHAR, 15);
        s(44, Kind.CHAR_LL, 25);
        s(49, Kind.CHAR, 3);
        s(52, Kind.BIN, 8);
        s(53, Kind.BCD, 16);
        s(54, Kind.CHAR_LLL, 20);
        s(55, Kind.BIN_LLL, 255);
        s(60, Kind.BCD_LLL, 17);
        s(62, Kind.CHAR_LLL, 512);
        s(63, Kind.CHAR_LLL, 163);
        s(64, Kind.BIN, 8);
    }

    private static void s(int n, Kind k, int len) {
        TABLE[n] = new Spec(n, k, len);
    }

    static final class Message {
        int mti;
        final Object[] field = new Object[65];
    }

    static int pack(Message m, byte[] out) {
        int mti = m.mti;
        out[0] = (byte) (mti / 1000 % 10 << 4 | mti / 100 % 10);
        out[1] = (byte) (mti / 10 % 10 << 4 | mti % 10);
        long bitmap = 0;
        int p = 10;
        for (int n = 2; n <= 64; n++) {
            Object v = m.field[n];
            if (v == null) continue;
            bitmap |= 1L << (64 - n);
            Spec s = TABLE[n];
            switch (s.kind) {
                case BCD -> p = bcd((String) v, s.length, out, p);
                case BCD_LL -> {
                    String t = (String) v;
                    p = len(t.length(), 1, out, p);
                    p = bcd(t, t.length(), out, p);
                }
                case BCD_LLL -> {
                    String t = (String) v;
                    p = len(t.length(), 2, out, p);
                    p = bcd(t, t.length(), out, p);
                }
                case CHAR -> p = chars((String) v, s.length, out, p);
                case CHAR_LL -> {
                    String t = (String) v;
                    p = len(t.length(), 1, out, p);
                    p = chars(t, t.length(), out, p);
                }
                case CHAR_LLL -> {
                    String t = (String) v;
                    p = len(t.length(), 2, out, p);
                    p = chars(t, t.length(), out, p);
                }
                case BIN -> p = bytes((byte[]) v, out, p);
                case BIN_LL -> {
                    byte[] b = (byte[]) v;
                    p = len(b.length, 1, out, p);
                    p = bytes(b, out, p);
                }
                case BIN_LLL -> {
                    byte[] b = (byte[]) v;
                    p = len(b.length, 2, out, p);
                    p = bytes(b, out, p);
                }
            }
        }
        for (int i = 0; i < 8; i++) out[2 + i] = (byte) (bitmap >>> (56 - 8 * i));
        return p;
    }

    static Message unpack(byte[] in, int length) {
        Message m = new Message();
        m.mti = (in[0] >> 4 & 15) * 1000 + (in[0] & 15) * 100 + (in[1] >> 4 & 15) * 10 + (in[1] & 15);
        long bitmap = 0;
        for (int i = 0; i < 8; i++) bitmap = bitmap << 8 | in[2 + i] & 0xffL;
        int p = 10;
        for (long rest = bitmap & Long.MAX_VALUE; rest != 0; ) {
            int n = Long.numberOfLeadingZeros(rest) + 1;
            rest &= ~(1L << (64 - n));
            Spec s = TABLE[n];
            if (s == null)
                throw new IllegalArgumentException("field " + n + " at offset " + p + " is not in this dialect");
            int len = s.length;
            switch (s.kind) {
                case BCD_LL, CHAR_LL, BIN_LL -> {
                    len = (in[p] >> 4 & 15) * 10 + (in[p] & 15);
                    p++;
                }
                case BCD_LLL, CHAR_LLL, BIN_LLL -> {
                    len = (in[p] & 15) * 100 + (in[p + 1] >> 4 & 15) * 10 + (in[p + 1] & 15);
                    p += 2;
                }
                default -> {}
            }
            switch (s.kind) {
                case BCD, BCD_LL, BCD_LLL -> {
                    m.field[n] = bcd(in, p, len);
                    p += len + 1 >> 1;
                }
                case CHAR, CHAR_LL, CHAR_LLL -> {
                    m.field[n] = new String(in, p, len, StandardCharsets.ISO_8859_1);
                    p += len;
                }
                default -> {
                    m.field[n] = java.util.Arrays.copyOfRange(in, p, p + len);
                    p += len;
                }
            }
        }
        return m;
    }

    /** Offsets only: what a lazy flyweight does. Returns the number of fields; offs[n] and lens[n] are filled. */
    static int index(byte[] in, int[] offs, int[] lens) {
        long bitmap = 0;
        for (int i = 0; i < 8; i++) bitmap = bitmap << 8 | in[2 + i] & 0xffL;
        int p = 10;
        int c = 0;
        for (long rest = bitmap & Long.MAX_VALUE; rest != 0; c++) {
            int n = Long.numberOfLeadingZeros(rest) + 1;
            rest &= ~(1L << (64 - n));
            Spec s = TABLE[n];
            int len = s.length;
            switch (s.kind) {
                case BCD_LL, CHAR_LL, BIN_LL -> {
                    len = (in[p] >> 4 & 15) * 10 + (in[p] & 15);
                    p++;
                }
                case BCD_LLL, CHAR_LLL, BIN_LLL -> {
                    len = (in[p] & 15) * 100 + (in[p + 1] >> 4 & 15) * 10 + (in[p + 1] & 15);
                    p += 2;
                }
                default -> {}
            }
            offs[n] = p;
            lens[n] = len;
            p += switch (s.kind) {
                case BCD, BCD_LL, BCD_LLL -> len + 1 >> 1;
                default -> len;
            };
        }
        return c;
    }

    private static int len(int n, int bytes, byte[] out, int p) {
        if (bytes == 2) out[p++] = (byte) (n / 100);
        out[p++] = (byte) (n / 10 % 10 << 4 | n % 10);
        return p;
    }

    /** Left-padded when the field is fixed and odd; variable odd fields are right-padded with zero. */
    private static int bcd(String t, int digits, byte[] out, int p) {
        int i = 0;
        if (digits != t.length())
            throw new IllegalArgumentException("expected " + digits + " digits, got " + t.length());
        boolean fixedOdd = (digits & 1) == 1 && digits <= 3;
        if (fixedOdd) out[p++] = (byte) (t.charAt(i++) & 15);
        for (; i + 1 < digits; i += 2) out[p++] = (byte) ((t.charAt(i) & 15) << 4 | t.charAt(i + 1) & 15);
        if (i < digits) out[p++] = (byte) ((t.charAt(i) & 15) << 4);
        return p;
    }

    private static final char[] DIGIT = "0123456789ABC=EF".toCharArray();

    @SuppressWarnings("deprecation")
    private static String bcd(byte[] in, int p, int digits) {
        byte[] c = new byte[digits];
        int nibble = (digits & 1) == 1 && digits <= 3 ? 1 : 0;
        for (int i = 0; i < digits; i++, nibble++) {
            int b = in[p + (nibble >> 1)];
            c[i] = (byte) DIGIT[(nibble & 1) == 0 ? b >> 4 & 15 : b & 15];
        }
        return new String(c, 0);
    }

    @SuppressWarnings("deprecation")
    private static int chars(String t, int len, byte[] out, int p) {
        t.getBytes(0, len, out, p);
        return p + len;
    }

    private static int bytes(byte[] b, byte[] out, int p) {
        System.arraycopy(b, 0, out, p, b.length);
        return p + b.length;
    }
}
