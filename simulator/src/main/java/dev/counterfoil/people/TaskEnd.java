package dev.counterfoil.people;

/** When a task is over, unless its time is up or the terminal goes dark. */
public enum TaskEnd {
    /** The terminal asks for nothing more: it is idle after the opening acts. */
    AT_REST(600),
    /** Either device shows something after the last act. */
    NEXT_DISPLAY(3),
    /** Either device asks what the person will not answer, or the terminal is idle again. */
    ASKED(60),
    /** The last act is done. */
    DONE(0);

    private final int limitSeconds;

    TaskEnd(int limitSeconds) {
        this.limitSeconds = limitSeconds;
    }

    /** How long a person waits for that after the opening acts; 0 for not at all. */
    int limitSeconds() {
        return limitSeconds;
    }
}
