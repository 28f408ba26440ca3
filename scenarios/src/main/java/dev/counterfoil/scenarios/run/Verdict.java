package dev.counterfoil.scenarios.run;

/** How a scenario ended. */
public enum Verdict {
    PASS("✓"),
    FAIL("✗"),
    /** A device is absent, or the scenario is not for this mode. */
    SKIPPED("↷"),
    /** An operator did not do their part. */
    INCONCLUSIVE("?"),
    /** The scenario was chosen and never played. */
    NOT_RUN("·");

    private final String glyph;

    Verdict(String glyph) {
        this.glyph = glyph;
    }

    /** The sign that stands for it on the console and in reports. */
    public String glyph() {
        return glyph;
    }
}
