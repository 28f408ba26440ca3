package dev.counterfoil.verb.word;

/** A lasting trouble of a line. */
public enum Trouble implements Word {
    REFUSED_CONNECTIONS("refused connections", "连接被拒"),
    ARREARS("arrears", "欠费"),
    WEAK_SIGNAL("weak signal", "信号弱"),
    NO_CARRIER("no carrier", "无载波"),
    DEAD_SIM("a dead SIM", "SIM卡失效"),
    DAMAGED_PORT("a damaged port", "端口损坏");

    private final String english;
    private final String chinese;

    Trouble(String english, String chinese) {
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
