package dev.counterfoil.verb.word;

/** What stood in a device's place. */
public enum Badge implements Word {
    SIMULATED("simulated", "模拟"),
    REAL("real", "真实");

    private final String english;
    private final String chinese;

    Badge(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
