package dev.counterfoil.scenarios.face;

import java.util.Locale;

/** Amounts in words. */
public final class Money {
    private static final int FEN_A_YUAN = 100;

    private Money() {}

    /** {@code 25.00 yuan}. */
    public static String yuan(long fen) {
        long whole = Math.abs(fen);
        return String.format(Locale.ROOT, "%s%d.%02d yuan", fen < 0 ? "−" : "", whole / FEN_A_YUAN, whole % FEN_A_YUAN);
    }
}
