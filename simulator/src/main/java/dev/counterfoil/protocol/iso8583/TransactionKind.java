package dev.counterfoil.protocol.iso8583;

import org.jspecify.annotations.Nullable;

/**
 * The transactions of a terminal and the key that each has on the wire: message type, F3, F25, F60.1.
 *
 * <p>An empty F3 or F25 means that the message has no such field. A QR sale is a sale on the wire.
 */
public enum TransactionKind {
    // spotless:off
    BALANCE                     ("0200", "310000", "00", "01", false, "balance inquiry",            "余额查询"),
    SALE                        ("0200", "000000", "00", "22", true,  "sale",                       "消费"),
    VOID                        ("0200", "200000", "00", "23", true,  "void",                       "消费撤销"),
    REFUND                      ("0220", "200000", "00", "25", false, "refund",                     "退货"),
    PRE_AUTHORISATION           ("0100", "030000", "06", "10", true,  "pre-authorisation",          "预授权"),
    INCREMENTAL                 ("0100", "030000", "60", "10", true,  "incremental pre-authorisation", "追加预授权"),
    PRE_AUTHORISATION_VOID      ("0100", "200000", "06", "11", true,  "pre-authorisation void",     "预授权撤销"),
    COMPLETION                  ("0200", "000000", "06", "20", true,  "completion",                 "预授权完成"),
    COMPLETION_VOID             ("0200", "200000", "06", "21", true,  "completion void",            "预授权完成撤销"),
    COMPLETION_ADVICE           ("0220", "000000", "06", "24", false, "completion advice",          "预授权完成通知"),
    OFFLINE_SALE                ("0220", "000000", "00", "30", false, "offline sale",               "离线结算"),
    ADJUSTMENT                  ("0220", "000000", "00", "32", false, "adjustment",                 "结算调整"),
    TIP                         ("0220", "000000", "00", "34", false, "tip",                        "小费"),
    E_CASH_SALE                 ("0200", "000000", "00", "36", false, "e-cash sale upload",         "电子现金脱机消费"),
    E_CASH_REFUND               ("0220", "200000", "00", "27", false, "e-cash refund",              "电子现金脱机退货"),
    DESIGNATED_LOAD             ("0200", "600000", "91", "45", true,  "load from designated account", "指定账户圈存"),
    OTHER_LOAD                  ("0200", "620000", "91", "47", true,  "load from other account",    "非指定账户圈存"),
    CASH_LOAD                   ("0200", "630000", "91", "46", true,  "cash load",                  "现金充值"),
    CASH_LOAD_VOID              ("0200", "170000", "91", "51", true,  "cash load void",             "现金充值撤销"),
    INSTALMENT_SALE             ("0200", "000000", "64", "22", true,  "instalment sale",            "分期消费"),
    INSTALMENT_VOID             ("0200", "200000", "64", "23", true,  "instalment void",            "分期撤销"),
    POINTS_SALE                 ("0200", "000000", "65", "22", true,  "points sale",                "积分消费"),
    POINTS_VOID                 ("0200", "200000", "65", "23", true,  "points void",                "积分撤销"),
    POINTS_BALANCE              ("0200", "310000", "65", "03", false, "points inquiry",             "积分查询"),
    RESERVATION_SALE            ("0200", "000000", "67", "54", true,  "reservation sale",           "预约消费"),
    RESERVATION_VOID            ("0200", "200000", "67", "53", true,  "reservation void",           "预约消费撤销"),
    MOTO_SALE                   ("0200", "000000", "08", "22", true,  "mail order sale",            "订购消费"),
    MOTO_VOID                   ("0200", "200000", "08", "23", true,  "mail order void",            "订购撤销"),
    MOTO_REFUND                 ("0220", "200000", "08", "25", false, "mail order refund",          "订购退货"),
    MOTO_PRE_AUTHORISATION      ("0100", "030000", "18", "10", true,  "mail order pre-authorisation", "订购预授权"),
    STRIPE_CASH_LOAD_CHECK      ("0100", "330000", "00", "01", false, "stripe card load check",     "磁条卡现金充值账户验证"),
    STRIPE_CASH_LOAD            ("0200", "630000", "00", "48", false, "stripe card cash load",      "磁条卡现金充值"),
    STRIPE_CASH_LOAD_CONFIRM    ("0220", "630000", "00", "48", false, "stripe card load confirmation", "磁条卡现金充值确认"),
    STRIPE_ACCOUNT_LOAD         ("0200", "400000", "66", "49", false, "stripe card account load",   "磁条卡账户充值"),
    CARDHOLDER_CHECK            ("0100", "330000", "00", "01", false, "cardholder check",           "持卡人身份验证"),
    SIGN_IN                     ("0800", "",       "",   "00", false, "sign-in",                    "签到"),
    PARAMETER_DOWNLOAD          ("0800", "",       "",   "00", false, "parameter download",         "参数下载"),
    KEY_DOWNLOAD                ("0800", "",       "",   "00", false, "key download",               "密钥下载"),
    SIGN_OFF                    ("0820", "",       "",   "00", false, "sign-off",                   "签退"),
    ECHO_TEST                   ("0820", "",       "",   "00", false, "echo test",                  "回响测试"),
    STATUS_UPLOAD               ("0820", "",       "",   "00", false, "status upload",              "状态上送"),
    SETTLEMENT                  ("0500", "",       "",   "00", false, "settlement",                 "结算"),
    BATCH_UPLOAD                ("0320", "",       "",   "00", false, "batch upload",               "批上送");
    // spotless:on

    private final String mti;
    private final String f3;
    private final String f25;
    private final String f601;
    private final boolean reversible;
    private final String nameEn;
    private final String nameZh;

    TransactionKind(String mti, String f3, String f25, String f601, boolean reversible, String nameEn, String nameZh) {
        this.mti = mti;
        this.f3 = f3;
        this.f25 = f25;
        this.f601 = f601;
        this.reversible = reversible;
        this.nameEn = nameEn;
        this.nameZh = nameZh;
    }

    /** Message type of the request, four digits. */
    public String mti() {
        return mti;
    }

    /** Message type of the request where a host profile says otherwise than the table. */
    public String mti(Dialect dialect) {
        return this == CARDHOLDER_CHECK ? dialect.setting("cardholderCheck") : mti;
    }

    /** Processing code, six digits or empty. */
    public String f3() {
        return f3;
    }

    /** Processing code where a host profile says otherwise than the table. */
    public String f3(Dialect dialect) {
        return this == SALE ? dialect.setting("saleF3") : f3;
    }

    /** Point of service condition, two digits or empty. */
    public String f25() {
        return f25;
    }

    /** Transaction type in F60.1, two digits. */
    public String f601() {
        return f601;
    }

    /** True when a reversal follows a request that stays without a good answer. */
    public boolean reversible() {
        return reversible;
    }

    public String nameEn() {
        return nameEn;
    }

    public String nameZh() {
        return nameZh;
    }

    /**
     * The kind of a request, its answer or its reversal, by F3, F25 and F60.1; null when no row fits or the message has
     * no F3.
     */
    public static @Nullable TransactionKind of(Dialect dialect, IsoMessage message) {
        String type = message.part("F60.1");
        if (type == null || !message.has(3) || !message.has(25)) {
            return null;
        }
        boolean reversal = message.mti().startsWith("04");
        for (TransactionKind kind : values()) {
            String requestType = kind.mti(dialect).substring(0, 2) + (kind.mti.charAt(2) == '0' ? "01" : "23");
            boolean typeFits = message.mti().startsWith(requestType.substring(0, 2))
                    && requestType.indexOf(message.mti().charAt(2), 2) > 0;
            if (kind.f601.equals(type)
                    && message.text(25).equals(kind.f25)
                    && message.text(3).equals(kind.f3(dialect))
                    && (reversal ? kind.reversible : typeFits)) {
                return kind;
            }
        }
        return null;
    }
}
