package dev.counterfoil.protocol.iso8583;

import static dev.counterfoil.protocol.iso8583.Masking.PAN;
import static dev.counterfoil.protocol.iso8583.Masking.SECRET;
import static dev.counterfoil.protocol.iso8583.Masking.SHOWN;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subfields of one field in one use: parts of fixed length one after the other, then items that repeat.
 *
 * @param field its number
 * @param mtis message types of this use, separated by blanks; empty for any
 * @param codes values of F60.3 of this use, separated by blanks; empty for any
 * @param length characters or bytes of the whole field in this use; 0 for any
 * @param parts from the start; the message may end after any of them
 * @param item parts of each item after them; empty when nothing repeats
 */
record Layout(int field, String mtis, String codes, int length, List<Part> parts, List<Part> item) {
    /**
     * One subfield.
     *
     * @param nameEn English name
     * @param nameZh Chinese name
     * @param length digits, characters, or bytes of a binary field; 0 for all that is left
     * @param masking how it is printed
     */
    record Part(String nameEn, String nameZh, int length, Masking masking) {}

    // spotless:off
    /** Begins with the narrowest use of each field: the first that fits is taken. */
    private static final List<Layout> ALL = List.of(
            use(22, "", "", 0,
                    part("entry", "输入方式", 2), part("PIN", "PIN输入", 1)),
            use(44, "", "", 0,
                    part("issuer", "接收机构标识码", 11), part("acquirer", "收单机构标识码", 11), part("reserved", "保留", 3)),
            use(48, "0500 0510", "", 0,
                    part("domestic debit amount", "内卡借记总金额", 12), part("domestic debit count", "内卡借记总笔数", 3),
                    part("domestic credit amount", "内卡贷记总金额", 12), part("domestic credit count", "内卡贷记总笔数", 3),
                    part("domestic result", "内卡对账应答代码", 1),
                    part("foreign debit amount", "外卡借记总金额", 12), part("foreign debit count", "外卡借记总笔数", 3),
                    part("foreign credit amount", "外卡贷记总金额", 12), part("foreign credit count", "外卡贷记总笔数", 3),
                    part("foreign result", "外卡对账应答代码", 1)),
            use(48, "0320 0330", "202 207", 0,
                    part("items uploaded", "批上送总笔数", 4)),
            new Layout(48, "0320 0330", "201", 0,
                    List.of(part("items", "明细笔数", 2)),
                    List.of(part("card kind", "卡别", 2), part("trace", "流水号", 6),
                            part("card number", "卡号", 20, PAN), part("amount", "金额", 12))),
            use(53, "", "", 0,
                    part("PIN form", "PIN格式", 1), part("algorithm", "加密算法", 1), part("track", "磁道加密标志", 1),
                    part("reserved", "保留", 13)),
            new Layout(54, "", "", 0, List.of(),
                    List.of(part("account type", "账户类型", 2), part("amount type", "金额类型", 2),
                            part("currency", "货币", 3), part("sign", "余额符号", 1), part("amount", "金额", 12))),
            use(60, "", "", 0,
                    part("transaction type", "交易类型码", 2), part("batch number", "批次号", 6),
                    part("network management code", "网络管理信息码", 3), part("terminal capability", "终端读取能力", 1),
                    part("IC condition", "IC卡条件代码", 1), part("partial approval", "部分扣款标志", 1),
                    part("account type", "账户类型", 3), part("rest, not divided further", "其余，不再细分", 0)),
            use(61, "", "", 0,
                    part("original batch", "原始批次号", 6), part("original trace", "原始流水号", 6),
                    part("original date", "原始交易日期", 4), part("authorisation mode", "原交易授权方式", 2),
                    part("authorising institution", "原交易授权机构代码", 11), part("rest, not divided further", "其余，不再细分", 0)),
            use(62, "0810", "001", 24,
                    part("PIN key", "PIN密钥", 8, SECRET), part("PIN key check value", "PIN密钥校验值", 4),
                    part("MAC key", "MAC密钥", 8, SECRET), part("MAC key check value", "MAC密钥校验值", 4)),
            use(62, "0810", "", 40,
                    part("PIN key", "PIN密钥", 16, SECRET), part("PIN key check value", "PIN密钥校验值", 4),
                    part("MAC key", "MAC密钥", 16, SECRET), part("MAC key check value", "MAC密钥校验值", 4)),
            use(62, "0810", "", 60,
                    part("PIN key", "PIN密钥", 16, SECRET), part("PIN key check value", "PIN密钥校验值", 4),
                    part("MAC key", "MAC密钥", 16, SECRET), part("MAC key check value", "MAC密钥校验值", 4),
                    part("track key", "磁道密钥", 16, SECRET), part("track key check value", "磁道密钥校验值", 4)),
            use(63, "0110 0210 0230 0330 0410", "", 0,
                    part("organisation", "国际信用卡公司代码", 3), part("issuer note", "发卡方保留域", 20),
                    part("switch note", "中国银联保留域", 20), part("acquirer note", "受理机构保留域", 20),
                    part("terminal note", "POS终端保留域", 60), part("rest, not divided further", "其余，不再细分", 0)),
            use(63, "0500 0510 0800 0810 0820 0830", "", 0,
                    part("operator", "操作员代码", 3), part("rest, not divided further", "其余，不再细分", 0)),
            use(63, "", "", 0,
                    part("organisation", "国际信用卡公司代码", 3), part("rest, not divided further", "其余，不再细分", 0)));

    static final List<Part> TPDU = List.of(
            part("id", "标识", 2), part("destination", "目的地址", 4), part("origin", "源地址", 4));

    static final List<Part> HEADER = List.of(
            part("application class", "应用类别定义", 2), part("software main version", "软件总版本号", 2),
            part("terminal status", "终端状态", 1), part("processing request", "处理要求", 1),
            part("software sub version", "软件分版本号", 6));
    // spotless:on

    private static Layout use(int field, String mtis, String codes, int length, Part... parts) {
        return new Layout(field, mtis, codes, length, List.of(parts), List.of());
    }

    private static Part part(String nameEn, String nameZh, int length) {
        return new Part(nameEn, nameZh, length, SHOWN);
    }

    private static Part part(String nameEn, String nameZh, int length, Masking masking) {
        return new Part(nameEn, nameZh, length, masking);
    }

    /**
     * The use that a field has in a message, or null when it has no subfields.
     *
     * @param code value of F60.3, empty when unknown
     * @param length characters or bytes of the field
     */
    static @Nullable Layout find(int field, String mti, String code, int length) {
        for (Layout layout : ALL) {
            if (layout.field == field
                    && (layout.mtis.isEmpty() || layout.mtis.contains(mti))
                    && (layout.codes.isEmpty() || (!code.isEmpty() && layout.codes.contains(code)))
                    && (layout.length == 0 || layout.length == length)) {
                return layout;
            }
        }
        return null;
    }
}
