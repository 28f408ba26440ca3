package dev.counterfoil.verb.word;

/** A message by its name; it stands for its MTI and network management code (F60.3). */
public enum NamedMessage implements Word {
    REQUEST("request", "请求"),
    ANSWER("answer", "应答"),
    MESSAGE("message", "报文"),
    SIGN_IN_REQUEST("sign-in request", "签到请求"),
    SIGN_IN_ANSWER("sign-in answer", "签到应答"),
    DOWNLOAD_REQUEST("download request", "密钥下载请求"),
    AUTHENTICATION_MESSAGE("authentication message", "认证报文"),
    KEY_DELIVERY("key delivery", "密钥下发报文"),
    DOWNLOAD_RESULT("download result", "下载结果报文"),
    /** On the injection cable, from the mother POS to the child. */
    INJECTION_ORDER("injection order", "灌密指令");

    private final String english;
    private final String chinese;

    NamedMessage(String english, String chinese) {
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
