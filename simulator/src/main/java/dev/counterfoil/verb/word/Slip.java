package dev.counterfoil.verb.word;

/** A printed paper. */
public enum Slip implements Word {
    SHOPPING_SLIP("shopping slip", "购物小票"),
    MERCHANT_COPY("merchant copy", "商户存根"),
    CARDHOLDER_COPY("cardholder copy", "持卡人存根"),
    TOTAL_SLIP("total slip", "结算总计单"),
    REVERSAL_NOTICE("reversal notice", "冲正通知单"),
    DUPLICATE("duplicate", "重打印签购单"),
    INSPECTION_SLIP("inspection slip", "巡检单");

    private final String english;
    private final String chinese;

    Slip(String english, String chinese) {
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
