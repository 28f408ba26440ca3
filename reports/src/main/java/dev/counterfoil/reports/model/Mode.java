package dev.counterfoil.reports.model;

/** Which clock a scenario ran on. */
public enum Mode {
    /** Simulated time; reproducible to the byte. */
    VIRTUAL("virtual"),
    /** The wall clock, with devices that may be real; not reproducible. */
    LIVE("live");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /** The mode in English, lower case. */
    public String word() {
        return word;
    }
}
