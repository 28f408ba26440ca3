package dev.counterfoil.reports.svg;

/** How wide a text is drawn, at most: fonts differ, so it counts a little more than most of them need. */
final class Measure {
    private static final int FIRST_WIDE = 0x2E00;
    private static final double NARROW = 0.6;

    private Measure() {}

    /** Width of a text in a size of letters, both in the drawing's units. */
    static double width(String text, double size) {
        return text.codePoints()
                .mapToDouble(c -> c >= FIRST_WIDE ? size : size * NARROW)
                .sum();
    }
}
