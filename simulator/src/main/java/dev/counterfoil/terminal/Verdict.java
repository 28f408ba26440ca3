package dev.counterfoil.terminal;

/** How a transaction ended for the terminal. */
public enum Verdict {
    APPROVED("approved"),
    DECLINED("declined"),
    /** The request went out and no answer came in time; a reversal may be open. */
    UNANSWERED("unanswered"),
    CANCELLED("cancelled"),
    /** The terminal itself would not go on: before a request, or because of what is wrong with an answer. */
    REFUSED("refused");

    private final String english;

    Verdict(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
