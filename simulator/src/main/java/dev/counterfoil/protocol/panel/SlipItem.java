package dev.counterfoil.protocol.panel;

import java.util.Arrays;
import java.util.Optional;

/** Items of the slip layouts. */
public enum SlipItem {
    MERCHANT("merchant", "商户名称"),
    MERCHANT_NUMBER("merchant number", "商户编号"),
    TERMINAL_NUMBER("terminal number", "终端编号"),
    OPERATOR("operator", "操作员"),
    CARD_NUMBER("card number", "卡号"),
    TYPE("type", "交易类型"),
    PRODUCT("product", "商品"),
    AMOUNT("amount", "金额"),
    BATCH("batch", "批次号"),
    VOUCHER("voucher", "凭证号"),
    AUTHORISATION("authorisation", "授权码"),
    REFERENCE("reference", "参考号"),
    TIME("time", "日期时间"),
    ISSUER("issuer", "发卡行"),
    ACQUIRER("acquirer", "收单行"),
    COUNT("count", "笔数"),
    REASON("reason", "原因"),
    NOTES("notes", "备注");

    private final String english;
    private final String chinese;

    SlipItem(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }

    /** The item that has this name in either language. */
    public static Optional<SlipItem> named(String name) {
        return Arrays.stream(values())
                .filter(i -> i.english.equals(name) || i.chinese.equals(name))
                .findFirst();
    }
}
