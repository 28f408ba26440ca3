package dev.counterfoil.verb.word;

/** A kind of key. */
public enum KeyKind implements Word {
    MASTER_KEY("master key", "主密钥"),
    PIN_KEY("PIN key", "PIN密钥"),
    MAC_KEY("MAC key", "MAC密钥"),
    TRACK_KEY("track key", "磁道密钥"),
    CARD_KEY("card key", "卡片密钥"),
    ZONE_PIN_KEY("zone PIN key", "区域PIN密钥"),
    ZONE_MAC_KEY("zone MAC key", "区域MAC密钥");

    private final String english;
    private final String chinese;

    KeyKind(String english, String chinese) {
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
