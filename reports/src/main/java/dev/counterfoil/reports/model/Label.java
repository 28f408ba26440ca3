package dev.counterfoil.reports.model;

/**
 * A word of the trade in English and, where there is one, in Chinese.
 *
 * @param en English text
 * @param zh Chinese text, empty when there is none
 */
public record Label(String en, String zh) {
    /** A label without Chinese. */
    public static Label of(String en) {
        return new Label(en, "");
    }

    /** A label in both languages. */
    public static Label of(String en, String zh) {
        return new Label(en, zh);
    }
}
