package dev.counterfoil.verb.word;

/** How the host's table holds a terminal. */
public enum Registration implements Word {
    IN_SERVICE("in service", "在用"),
    DISABLED("disabled", "停用"),
    WITHDRAWN("withdrawn", "撤机"),
    UNKNOWN("unknown", "未登记");

    private final String english;
    private final String chinese;

    Registration(String english, String chinese) {
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
