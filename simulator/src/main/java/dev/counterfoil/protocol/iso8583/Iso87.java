package dev.counterfoil.protocol.iso8583;

import static dev.counterfoil.protocol.iso8583.FieldSpec.Align.LEFT;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Align.RIGHT;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Content.AN;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Content.ANS;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Content.B;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Content.N;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Content.Z;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Encoding.ASCII;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Encoding.BCD;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Encoding.BINARY;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Prefix.LL;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Prefix.LLL;
import static dev.counterfoil.protocol.iso8583.FieldSpec.Prefix.NONE;
import static dev.counterfoil.protocol.iso8583.FieldSpec.field;
import static dev.counterfoil.protocol.iso8583.Masking.PAN;
import static dev.counterfoil.protocol.iso8583.Masking.SECRET;
import static dev.counterfoil.protocol.iso8583.Masking.SHOWN;
import static dev.counterfoil.protocol.iso8583.Masking.TRACK;

import java.util.List;

/**
 * The fields of ISO 8583:1987 with numbers as BCD and text as ASCII, one a line in field order.
 *
 * <p>Amounts of type x+n8 (a sign and eight digits) are nine ASCII characters.
 */
final class Iso87 {
    // spotless:off
    static final List<FieldSpec> FIELDS = List.of(
            field( 2, "primary account number",        "主账号",             N,   BCD,    LL,    19, LEFT,  PAN),
            field( 3, "processing code",               "交易处理码",         N,   BCD,    NONE,   6, RIGHT, SHOWN),
            field( 4, "amount, transaction",           "交易金额",           N,   BCD,    NONE,  12, RIGHT, SHOWN),
            field( 5, "amount, settlement",            "清算金额",           N,   BCD,    NONE,  12, RIGHT, SHOWN),
            field( 6, "amount, cardholder billing",    "持卡人扣账金额",     N,   BCD,    NONE,  12, RIGHT, SHOWN),
            field( 7, "transmission date and time",    "交易传输时间",       N,   BCD,    NONE,  10, RIGHT, SHOWN),
            field( 8, "amount, billing fee",           "持卡人扣账手续费",   N,   BCD,    NONE,   8, RIGHT, SHOWN),
            field( 9, "conversion rate, settlement",   "清算汇率",           N,   BCD,    NONE,   8, RIGHT, SHOWN),
            field(10, "conversion rate, billing",      "持卡人扣账汇率",     N,   BCD,    NONE,   8, RIGHT, SHOWN),
            field(11, "system trace audit number",     "系统跟踪号",         N,   BCD,    NONE,   6, RIGHT, SHOWN),
            field(12, "local time, hhmmss",            "受卡方所在地时间",   N,   BCD,    NONE,   6, RIGHT, SHOWN),
            field(13, "local date, MMDD",              "受卡方所在地日期",   N,   BCD,    NONE,   4, RIGHT, SHOWN),
            field(14, "expiry, YYMM",                  "卡有效期",           N,   BCD,    NONE,   4, RIGHT, SECRET),
            field(15, "settlement date, MMDD",         "清算日期",           N,   BCD,    NONE,   4, RIGHT, SHOWN),
            field(16, "conversion date, MMDD",         "兑换日期",           N,   BCD,    NONE,   4, RIGHT, SHOWN),
            field(17, "capture date, MMDD",            "受理日期",           N,   BCD,    NONE,   4, RIGHT, SHOWN),
            field(18, "merchant category",             "商户类型",           N,   BCD,    NONE,   4, RIGHT, SHOWN),
            field(19, "acquirer country",              "受理机构国家代码",   N,   BCD,    NONE,   3, RIGHT, SHOWN),
            field(20, "card number country",           "主账号国家代码",     N,   BCD,    NONE,   3, RIGHT, SHOWN),
            field(21, "forwarding country",            "发送机构国家代码",   N,   BCD,    NONE,   3, RIGHT, SHOWN),
            field(22, "point of service entry mode",   "服务点输入方式码",   N,   BCD,    NONE,   3, RIGHT, SHOWN),
            field(23, "card sequence number",          "卡序列号",           N,   BCD,    NONE,   3, RIGHT, SHOWN),
            field(24, "network international id",      "网络国际标识",       N,   BCD,    NONE,   3, RIGHT, SHOWN),
            field(25, "point of service condition",    "服务点条件码",       N,   BCD,    NONE,   2, RIGHT, SHOWN),
            field(26, "PIN capture code",              "服务点PIN获取码",    N,   BCD,    NONE,   2, RIGHT, SHOWN),
            field(27, "authorisation code length",     "授权码长度",         N,   BCD,    NONE,   1, RIGHT, SHOWN),
            field(28, "amount, transaction fee",       "交易费",             AN,  ASCII,  NONE,   9, LEFT,  SHOWN),
            field(29, "amount, settlement fee",        "清算费",             AN,  ASCII,  NONE,   9, LEFT,  SHOWN),
            field(30, "amount, processing fee",        "交易处理费",         AN,  ASCII,  NONE,   9, LEFT,  SHOWN),
            field(31, "amount, settlement processing", "清算处理费",         AN,  ASCII,  NONE,   9, LEFT,  SHOWN),
            field(32, "acquirer id",                   "受理机构标识码",     N,   BCD,    LL,    11, LEFT,  SHOWN),
            field(33, "forwarding institution id",     "发送机构标识码",     N,   BCD,    LL,    11, LEFT,  SHOWN),
            field(34, "extended account number",       "扩展主账号",         ANS, ASCII,  LL,    28, LEFT,  PAN),
            field(35, "track 2 data",                  "二磁道数据",         Z,   BCD,    LL,    37, LEFT,  TRACK),
            field(36, "track 3 data",                  "三磁道数据",         Z,   BCD,    LLL,  104, LEFT,  TRACK),
            field(37, "retrieval reference number",    "检索参考号",         AN,  ASCII,  NONE,  12, LEFT,  SHOWN),
            field(38, "authorisation code",            "授权标识应答码",     AN,  ASCII,  NONE,   6, LEFT,  SHOWN),
            field(39, "response code",                 "应答码",             AN,  ASCII,  NONE,   2, LEFT,  SHOWN),
            field(40, "service restriction code",      "服务限制码",         AN,  ASCII,  NONE,   3, LEFT,  SHOWN),
            field(41, "terminal id",                   "受卡机终端标识码",   ANS, ASCII,  NONE,   8, LEFT,  SHOWN),
            field(42, "merchant id",                   "受卡方标识码",       ANS, ASCII,  NONE,  15, LEFT,  SHOWN),
            field(43, "merchant name and place",       "受卡方名称地址",     ANS, ASCII,  NONE,  40, LEFT,  SHOWN),
            field(44, "additional response data",      "附加响应数据",       ANS, ASCII,  LL,    25, LEFT,  SHOWN),
            field(45, "track 1 data",                  "一磁道数据",         ANS, ASCII,  LL,    76, LEFT,  SECRET),
            field(46, "additional data, ISO",          "附加数据（ISO）",    ANS, ASCII,  LLL,  999, LEFT,  SHOWN),
            field(47, "additional data, national",     "附加数据（国内）",   ANS, ASCII,  LLL,  999, LEFT,  SHOWN),
            field(48, "additional data, private",      "附加数据（私有）",   ANS, ASCII,  LLL,  999, LEFT,  SECRET),
            field(49, "currency, transaction",         "交易货币代码",       AN,  ASCII,  NONE,   3, LEFT,  SHOWN),
            field(50, "currency, settlement",          "清算货币代码",       AN,  ASCII,  NONE,   3, LEFT,  SHOWN),
            field(51, "currency, billing",             "持卡人扣账货币代码", AN,  ASCII,  NONE,   3, LEFT,  SHOWN),
            field(52, "PIN block",                     "个人标识码数据",     B,   BINARY, NONE,   8, LEFT,  SECRET),
            field(53, "security control information",  "安全控制信息",       N,   BCD,    NONE,  16, RIGHT, SHOWN),
            field(54, "additional amounts",            "附加金额",           ANS, ASCII,  LLL,  120, LEFT,  SHOWN),
            field(55, "IC card data",                  "IC卡数据域",         B,   BINARY, LLL,  999, LEFT,  SECRET),
            field(56, "reserved, ISO",                 "保留（ISO）",        ANS, ASCII,  LLL,  999, LEFT,  SHOWN),
            field(57, "reserved, national 57",         "保留（国内）57",     ANS, ASCII,  LLL,  999, LEFT,  SHOWN),
            field(58, "reserved, national 58",         "保留（国内）58",     ANS, ASCII,  LLL,  999, LEFT,  SHOWN),
            field(59, "reserved, national 59",         "保留（国内）59",     ANS, ASCII,  LLL,  999, LEFT,  SECRET),
            field(60, "reserved, private 60",          "保留（私有）60",     ANS, ASCII,  LLL,  999, LEFT,  SHOWN),
            field(61, "reserved, private 61",          "保留（私有）61",     ANS, ASCII,  LLL,  999, LEFT,  SHOWN),
            field(62, "reserved, private 62",          "保留（私有）62",     B,   BINARY, LLL,  999, LEFT,  SECRET),
            field(63, "reserved, private 63",          "保留（私有）63",     ANS, ASCII,  LLL,  999, LEFT,  SHOWN),
            field(64, "message authentication code",   "报文鉴别码",         B,   BINARY, NONE,   8, LEFT,  SHOWN));
    // spotless:on

    private Iso87() {}
}
