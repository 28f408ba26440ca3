package dev.counterfoil.verb.word;

/** How an issuer, or the registry of manager cards, holds a card. */
public enum CardState implements Word {
    GOOD("good", "正常"),
    ISSUED("issued", "已发卡"),
    EXPIRED("expired", "过期"),
    STOLEN("stolen", "被盗"),
    LOST("lost", "挂失"),
    BLOCKED("blocked", "锁定"),
    REVOKED("revoked", "注销"),
    SUSPENDED("suspended", "停用"),
    UNKNOWN("unknown", "未登记"),
    OUT_OF_REGION("out of region", "超出区域");

    private final String english;
    private final String chinese;

    CardState(String english, String chinese) {
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
