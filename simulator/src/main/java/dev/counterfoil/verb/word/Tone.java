package dev.counterfoil.verb.word;

/** A tone of the buzzer. */
public enum Tone implements Word {
    DU("du", "“嘟”声"),
    DING("ding", "“叮”声"),
    CONFIRMING_TONE("confirming tone", "确认音"),
    ERROR_TONE("error tone", "错误音");

    private final String english;
    private final String chinese;

    Tone(String english, String chinese) {
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
