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
 * The fields of the POS dialect of Chinese acquiring, one a line in field order.
 *
 * <p>What it does not list is read as in {@link Iso87}, and reported as a departure.
 */
final class UnionPayPos {
    // spotless:off
    static final List<FieldSpec> FIELDS = List.of(
            field( 2, "primary account number",       "主账号",           N,   BCD,    LL,    19, LEFT,  PAN),
            field( 3, "processing code",              "交易处理码",       N,   BCD,    NONE,   6, RIGHT, SHOWN),
            field( 4, "amount, fen",                  "交易金额",         N,   BCD,    NONE,  12, RIGHT, SHOWN),
            field(11, "system trace audit number",    "受卡方系统跟踪号", N,   BCD,    NONE,   6, RIGHT, SHOWN),
            field(12, "local time, hhmmss",           "受卡方所在地时间", N,   BCD,    NONE,   6, RIGHT, SHOWN),
            field(13, "local date, MMDD",             "受卡方所在地日期", N,   BCD,    NONE,   4, RIGHT, SHOWN),
            field(14, "expiry, YYMM",                 "卡有效期",         N,   BCD,    NONE,   4, RIGHT, SECRET),
            field(15, "settlement date, MMDD",        "清算日期",         N,   BCD,    NONE,   4, RIGHT, SHOWN),
            field(22, "point of service entry mode",  "服务点输入方式码", N,   BCD,    NONE,   3, LEFT,  SHOWN),
            field(23, "card sequence number",         "卡序列号",         N,   BCD,    NONE,   3, RIGHT, SHOWN),
            field(25, "point of service condition",   "服务点条件码",     N,   BCD,    NONE,   2, RIGHT, SHOWN),
            field(26, "PIN capture code",             "服务点PIN获取码",  N,   BCD,    NONE,   2, RIGHT, SHOWN),
            field(32, "acquirer id",                  "受理机构标识码",   N,   BCD,    LL,    11, LEFT,  SHOWN),
            field(35, "track 2 data",                 "二磁道数据",       Z,   BCD,    LL,    37, LEFT,  TRACK),
            field(36, "track 3 data",                 "三磁道数据",       Z,   BCD,    LLL,  104, LEFT,  TRACK),
            field(37, "retrieval reference number",   "检索参考号",       AN,  ASCII,  NONE,  12, LEFT,  SHOWN),
            field(38, "authorisation code",           "授权标识应答码",   AN,  ASCII,  NONE,   6, LEFT,  SHOWN),
            field(39, "response code",                "应答码",           AN,  ASCII,  NONE,   2, LEFT,  SHOWN),
            field(41, "terminal id",                  "受卡机终端标识码", ANS, ASCII,  NONE,   8, LEFT,  SHOWN),
            field(42, "merchant id",                  "受卡方标识码",     ANS, ASCII,  NONE,  15, LEFT,  SHOWN),
            field(44, "additional response data",     "附加响应数据",     ANS, ASCII,  LL,    25, LEFT,  SHOWN),
            field(48, "private data",                 "附加数据",         N,   BCD,    LLL,  322, LEFT,  SECRET),
            field(49, "currency",                     "交易货币代码",     AN,  ASCII,  NONE,   3, LEFT,  SHOWN),
            field(52, "PIN block",                    "个人标识码数据",   B,   BINARY, NONE,   8, LEFT,  SECRET),
            field(53, "security control information", "安全控制信息",     N,   BCD,    NONE,  16, RIGHT, SHOWN),
            field(54, "amounts",                      "附加金额",         ANS, ASCII,  LLL,   20, LEFT,  SHOWN),
            field(55, "IC card data",                 "IC卡数据域",       B,   BINARY, LLL,  255, LEFT,  SECRET),
            field(57, "private transaction data",     "附加交易信息",     ANS, ASCII,  LLL,  100, LEFT,  SHOWN),
            field(58, "e-purse data",                 "电子钱包标准信息", ANS, ASCII,  LLL,  100, LEFT,  SHOWN),
            field(59, "extended data",                "扩展数据",         ANS, ASCII,  LLL,  600, LEFT,  SECRET),
            field(60, "private field 60",             "自定义域",         N,   BCD,    LLL,   99, LEFT,  SHOWN),
            field(61, "original data",                "原始信息域",       N,   BCD,    LLL,   99, LEFT,  SHOWN),
            field(62, "private field 62",             "自定义域",         B,   BINARY, LLL,  512, LEFT,  SECRET),
            field(63, "private field 63",             "自定义域",         ANS, ASCII,  LLL,  163, LEFT,  SHOWN),
            field(64, "message authentication code",  "报文鉴别码",       B,   BINARY, NONE,   8, LEFT,  SHOWN));
    // spotless:on

    private UnionPayPos() {}
}
