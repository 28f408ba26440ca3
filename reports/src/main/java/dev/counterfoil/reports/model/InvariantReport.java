package dev.counterfoil.reports.model;

/**
 * An invariant over the whole run.
 *
 * @param name its name
 * @param state how it fared
 * @param note what it was watched over, such as {@code 56 worlds}; may be empty
 */
public record InvariantReport(Label name, State state, String note) {
    /** How an invariant fared. */
    public enum State {
        HELD("✓", "held"),
        /** Broken without a scenario having declared it. */
        BROKEN("✗", "broken"),
        /** Broken where a scenario had declared that it would be, and nowhere else. */
        DECLARED("✓", "broken as declared");

        private final String glyph;
        private final String word;

        State(String glyph, String word) {
            this.glyph = glyph;
            this.word = word;
        }

        /** One character. */
        public String glyph() {
            return glyph;
        }

        /** The state in English. */
        public String word() {
            return word;
        }
    }
}
