package dev.counterfoil.verb.word;

/** A check that a weak host leaves out. */
public enum HostCheck implements Word {
    MAC("MAC", "MAC"),
    SERIAL_NUMBER("serial number", "序列号"),
    SITE("site", "装机地址"),
    CERTIFICATE("certificate", "入网证书"),
    ORIGINAL("original", "原交易"),
    TRACE_NUMBER("trace number", "流水号");

    private final String english;
    private final String chinese;

    HostCheck(String english, String chinese) {
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
