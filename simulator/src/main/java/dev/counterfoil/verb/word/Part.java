package dev.counterfoil.verb.word;

/** A part of a terminal. */
public enum Part implements Word {
    SCREEN("screen", "显示屏"),
    PRINTER("printer", "打印机"),
    READER("reader", "读卡器"),
    KEYBOARD("keyboard", "按键"),
    SIM_SLOT("SIM slot", "SIM卡槽"),
    COMM_PORT("comm port", "通讯口");

    private final String english;
    private final String chinese;

    Part(String english, String chinese) {
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
