package dev.counterfoil.protocol.iso8583;

/** Messages that the trade calls by a name of their own, known by message type and F60.3. */
public enum NamedMessage {
    // spotless:off
    SIGN_IN_REQUEST        ("0800", "001 003 004", "sign-in request",        "签到请求"),
    SIGN_IN_ANSWER         ("0810", "001 003 004", "sign-in answer",         "签到应答"),
    DOWNLOAD_REQUEST       ("0800", "440 450",     "download request",       "密钥下载请求"),
    AUTHENTICATION_MESSAGE ("0800", "441 451",     "authentication message", "认证报文"),
    KEY_DELIVERY           ("0810", "442 451",     "key delivery",           "密钥下发报文"),
    DOWNLOAD_RESULT        ("0800", "443 453",     "download result",        "下载结果报文");
    // spotless:on

    private final String mti;
    private final String codes;
    private final String nameEn;
    private final String nameZh;

    NamedMessage(String mti, String codes, String nameEn, String nameZh) {
        this.mti = mti;
        this.codes = codes;
        this.nameEn = nameEn;
        this.nameZh = nameZh;
    }

    /** True when {@code message} is of this name. */
    public boolean matches(IsoMessage message) {
        String code = Parts.networkCode(message);
        return message.mti().equals(mti) && !code.isEmpty() && codes.contains(code);
    }

    public String nameEn() {
        return nameEn;
    }

    public String nameZh() {
        return nameZh;
    }
}
