package dev.counterfoil.verb.word;

/** A line of a slip by its name in the slip layout. */
public enum SlipItem implements Word {
    PRODUCT("product", "商品"),
    AMOUNT("amount", "金额"),
    MERCHANT("merchant", "商户名称"),
    MERCHANT_NUMBER("merchant number", "商户编号"),
    TERMINAL_NUMBER("terminal number", "终端编号"),
    OPERATOR("operator", "操作员"),
    ACQUIRER("acquirer", "收单行"),
    ISSUER("issuer", "发卡行"),
    CARD_NUMBER("card number", "卡号"),
    EXPIRY("expiry", "有效期"),
    TYPE("type", "交易类型"),
    BATCH("batch", "批次号"),
    VOUCHER("voucher", "凭证号"),
    AUTHORISATION("authorisation", "授权码"),
    REFERENCE("reference", "参考号"),
    DATE("date", "日期"),
    TIME("time", "时间"),
    NOTES("notes", "备注");

    private final String english;
    private final String chinese;

    SlipItem(String english, String chinese) {
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
