package dev.counterfoil.verb.word;

/** A kind of transaction. */
public enum TransactionKind implements Word {
    SALE("sale", "消费"),
    VOID("void", "撤销"),
    REFUND("refund", "退货"),
    BALANCE_INQUIRY("balance inquiry", "余额查询"),
    PRE_AUTHORISATION("pre-authorisation", "预授权"),
    PRE_AUTHORISATION_VOID("pre-authorisation void", "预授权撤销"),
    COMPLETION("completion", "预授权完成"),
    COMPLETION_VOID("completion void", "预授权完成撤销"),
    COMPLETION_ADVICE("completion advice", "预授权完成通知"),
    OFFLINE_SALE("offline sale", "离线结算"),
    ADJUSTMENT("adjustment", "结算调整"),
    TIP("tip", "小费"),
    INSTALMENT_SALE("instalment sale", "分期消费"),
    POINTS_SALE("points sale", "积分消费"),
    RESERVATION_SALE("reservation sale", "预约消费"),
    QR_SALE("QR sale", "扫码消费"),
    QR_VOID("QR void", "扫码撤销"),
    QR_REFUND("QR refund", "扫码退货"),
    SIGN_IN("sign-in", "签到"),
    SIGN_OFF("sign-off", "签退"),
    SETTLEMENT("settlement", "结算"),
    BATCH_UPLOAD("batch upload", "批上送"),
    KEY_DOWNLOAD("key download", "密钥下载"),
    REVERSAL("reversal", "冲正"),
    ECHO_TEST("echo test", "回响测试"),
    STATUS_UPLOAD("status upload", "状态上送"),
    INSPECTION("inspection", "巡检");

    private final String english;
    private final String chinese;

    TransactionKind(String english, String chinese) {
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

    /** Whether it moves money, so that Chinese counts it in 笔 and not in 次. */
    public boolean movesMoney() {
        return switch (this) {
            case BALANCE_INQUIRY, SIGN_IN, SIGN_OFF, SETTLEMENT, BATCH_UPLOAD -> false;
            case KEY_DOWNLOAD, ECHO_TEST, STATUS_UPLOAD, INSPECTION -> false;
            default -> true;
        };
    }
}
