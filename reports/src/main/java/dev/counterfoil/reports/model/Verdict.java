package dev.counterfoil.reports.model;

/** How a scenario or a step ended. Each is shown as glyph, word and colour, always all three. */
public enum Verdict {
    PASS("✓", "passed", "pass"),
    FAIL("✗", "failed", "fail"),
    /** Device absent, or not for this mode. */
    SKIPPED("↷", "skipped", "skip"),
    /** An operator did not do their part. */
    INCONCLUSIVE("?", "inconclusive", "inc"),
    /** Never begun, because the run or the scenario ended before. */
    NOT_RUN("–", "not run", "nr");

    private final String glyph;
    private final String word;
    private final String code;

    Verdict(String glyph, String word, String code) {
        this.glyph = glyph;
        this.word = word;
        this.code = code;
    }

    /** One character that stands for the verdict. */
    public String glyph() {
        return glyph;
    }

    /** The verdict in English, lower case. */
    public String word() {
        return word;
    }

    /** A short code of letters: class name, filter value and JSON value. */
    public String code() {
        return code;
    }
}
