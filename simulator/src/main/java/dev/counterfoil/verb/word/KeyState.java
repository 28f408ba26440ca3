package dev.counterfoil.verb.word;

/** The state of a key slot or of the host's entry; FROZEN is a key in the chip that a frozen pairing keeps from use. */
public enum KeyState implements Word {
    EMPTY("EMPTY", "空"),
    PENDING("PENDING", "待确认"),
    LOADED("LOADED", "已装载"),
    ACTIVE("ACTIVE", "可用"),
    FROZEN("FROZEN", "冻结"),
    LOST("LOST", "丢失"),
    REVOKED("REVOKED", "作废");

    private final String english;
    private final String chinese;

    KeyState(String english, String chinese) {
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
