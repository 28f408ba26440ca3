package dev.counterfoil.wire;

import dev.counterfoil.clock.RandomStream;

/** Bits flipped at random, each with the same probability. */
final class Noise {
    private Noise() {}

    /** The bytes as heard; the same array when no bit was hit. */
    static byte[] over(byte[] bytes, double bitErrorRate, RandomStream random) {
        byte[] heard = bytes;
        long bits = 8L * bytes.length;
        for (long bit = gap(bitErrorRate, random); bit < bits; bit += 1 + gap(bitErrorRate, random)) {
            if (heard == bytes) {
                heard = bytes.clone();
            }
            heard[(int) (bit / 8)] ^= (byte) (0x80 >> bit % 8);
        }
        return heard;
    }

    /** Bits until the next hit: geometrically distributed, one draw a hit instead of one a bit. */
    private static long gap(double rate, RandomStream random) {
        return rate >= 1 ? 0 : (long) (Math.log1p(-random.nextDouble()) / Math.log1p(-rate));
    }
}
