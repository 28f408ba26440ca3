package dev.counterfoil.verb.word;

/** A harm to a message that needs no number. */
public enum Harm implements Word {
    LOST("lost", "丢失"),
    DELIVERED_TWICE("delivered twice", "重复送达"),
    WRONG_MAC("delivered with a wrong MAC", "送达时MAC错误"),
    WRONG_CHECK_VALUE("delivered with a wrong check value", "送达时校验值错误"),
    WRONG_LENGTH("delivered with a wrong length", "送达时长度错误"),
    BIT_FLIPPED("delivered with one bit flipped", "送达时有一位翻转"),
    BYTE_BY_BYTE("delivered byte by byte", "逐字节送达"),
    GARBLED("garbled by noise", "被噪声损坏"),
    HELD_BACK("held back", "被扣住"),
    LOST_AFTER_POSTING("lost after the host has posted it", "在主机入账后丢失"),
    SWAPPED_WITH_NEXT("swapped with the next one", "与后一笔互换");

    private final String english;
    private final String chinese;

    Harm(String english, String chinese) {
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
