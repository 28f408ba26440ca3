package dev.counterfoil.verb.word;

/** The state of a terminal. */
public enum TerminalState implements Word {
    UNLOADED("unloaded", "未装密钥"),
    LOADED("loaded", "已装密钥"),
    SIGNED_IN("signed-in", "已签到"),
    SIGNED_OFF("signed-off", "已签退"),
    SETTLED("settled", "已结算"),
    FROZEN("frozen", "冻结"),
    LOCKED("locked", "锁定");

    private final String english;
    private final String chinese;

    TerminalState(String english, String chinese) {
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
