package dev.counterfoil.verb.word;

/** What must never be seen in clear. */
public enum Secret implements Word {
    MASTER_KEY("the master key", "主密钥"),
    CARD_KEY("the card key", "卡片密钥"),
    CARD_PASSWORD("the card password", "卡密码"),
    PIN("the PIN", "PIN"),
    TRACK_DATA("the track data", "磁道数据"),
    WORKING_KEYS("the working keys", "工作密钥"),
    RANDOM_NUMBERS("the random numbers", "随机数");

    private final String english;
    private final String chinese;

    Secret(String english, String chinese) {
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
