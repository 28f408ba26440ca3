package dev.counterfoil.protocol.iso8583;

import static dev.counterfoil.protocol.iso8583.Masking.PAN;
import static dev.counterfoil.protocol.iso8583.Masking.SECRET;
import static dev.counterfoil.protocol.iso8583.Masking.SHOWN;

import java.util.HashMap;
import java.util.Map;

/** Names of the tags in F55, F59 and F62. */
final class TagNames {
    /** One tag and how its value is printed. */
    record Tag(String name, String nameEn, String nameZh, Masking masking) {}

    // spotless:off
    private static final Map<String, Tag> BER = table(
            of("57",   "track 2 equivalent data",        "磁条2等效数据",       SECRET),
            of("5A",   "card number",                    "主账号",              SECRET),
            of("5F24", "expiry",                         "应用失效日期",        SECRET),
            of("5F2A", "currency",                       "交易货币代码",        SECRET),
            of("5F34", "card sequence number",           "应用主账号序列号",    SECRET),
            of("71",   "issuer script 1",                "发卡方脚本1",         SECRET),
            of("72",   "issuer script 2",                "发卡方脚本2",         SECRET),
            of("82",   "application interchange profile", "应用交互特征",       SECRET),
            of("84",   "dedicated file name",            "专用文件名称",        SECRET),
            of("8A",   "authorisation response code",    "授权响应代码",        SECRET),
            of("91",   "issuer authentication data",     "发卡行认证数据",      SECRET),
            of("95",   "terminal verification results",  "终端验证结果",        SECRET),
            of("9A",   "transaction date",               "交易日期",            SECRET),
            of("9B",   "transaction status information", "交易状态信息",        SECRET),
            of("9C",   "transaction type",               "交易类型",            SECRET),
            of("9F02", "amount, authorised",             "授权金额",            SECRET),
            of("9F03", "amount, other",                  "其他金额",            SECRET),
            of("9F06", "application id",                 "应用标识",            SHOWN),
            of("9F09", "application version",            "应用版本号",          SECRET),
            of("9F10", "issuer application data",        "发卡行应用数据",      SECRET),
            of("9F1A", "terminal country",               "终端国家代码",        SECRET),
            of("9F1E", "interface device serial number", "接口设备序列号",      SECRET),
            of("9F22", "CA public key index",            "CA公钥索引",          SHOWN),
            of("9F26", "application cryptogram",         "应用密文",            SECRET),
            of("9F27", "cryptogram information data",    "密文信息数据",        SECRET),
            of("9F33", "terminal capabilities",          "终端性能",            SECRET),
            of("9F34", "cardholder verification results", "持卡人验证方法结果", SECRET),
            of("9F35", "terminal type",                  "终端类型",            SECRET),
            of("9F36", "application transaction counter", "应用交易计数器",     SECRET),
            of("9F37", "unpredictable number",           "不可预知数",          SECRET),
            of("9F41", "transaction sequence counter",   "交易序列计数器",      SECRET),
            of("9F63", "product identification",         "卡产品标识信息",      SECRET),
            of("9F74", "e-cash authorisation code",      "电子现金发卡行授权码", SECRET),
            of("DF02", "public key modulus",             "公钥模",              SHOWN),
            of("DF04", "public key exponent",            "公钥指数",            SHOWN),
            of("DF05", "public key expiry",              "公钥有效期",          SHOWN),
            of("DF23", "transport key under the public key", "公钥加密的传输密钥", SECRET),
            of("DF24", "transport key check value",      "传输密钥校验值",      SHOWN),
            of("DF31", "script result",                  "脚本处理结果",        SECRET),
            of("DF41", "manager card number",            "管理员卡号",          PAN),
            of("DF42", "random number R1",               "随机数R1",            SECRET),
            of("DF43", "random number R2",               "随机数R2",            SECRET),
            of("DF44", "cryptogram C1",                  "认证密文C1",          SECRET),
            of("DF45", "cryptogram C2",                  "认证密文C2",          SECRET),
            of("DF46", "wrapped master key",             "主密钥密文",          SECRET),
            of("DF47", "master key check value",         "主密钥校验值",        SHOWN),
            of("DF48", "key index",                      "密钥索引",            SHOWN),
            of("DF49", "session id",                     "会话标识",            SHOWN),
            of("DF4A", "download result",                "下载结果",            SHOWN),
            of("DF4B", "program version",                "程序版本",            SHOWN),
            of("DF4C", "serial number",                  "终端序列号",          SHOWN),
            of("DF4D", "random number R3",               "随机数R3",            SECRET),
            of("DF4E", "MAC of the download message",    "下载报文MAC",         SECRET),
            of("DF51", "work content and equipment state", "巡检内容与机具状态", SHOWN),
            of("DF52", "medium of the manager",          "管理员介质",          SHOWN),
            of("DF53", "time of the inspection",         "巡检时间",            SHOWN),
            of("DF54", "media not read",                 "未能读取的介质",      SHOWN),
            of("DF55", "inspection number",              "巡检编号",            SHOWN));

    private static final Map<String, Tag> EXTENDED = table(
            of("A2",   "terminal information",           "终端信息",            SHOWN),
            of("A3",   "scanned payment code",           "扫码付C2B码",         PAN),
            of("A4",   "payment voucher number",         "付款凭证号",          SHOWN));
    // spotless:on

    private TagNames() {}

    private static Tag of(String name, String nameEn, String nameZh, Masking masking) {
        return new Tag(name, nameEn, nameZh, masking);
    }

    private static Map<String, Tag> table(Tag... tags) {
        Map<String, Tag> table = new HashMap<>();
        for (Tag tag : tags) {
            table.put(tag.name, tag);
        }
        return Map.copyOf(table);
    }

    /** A tag of BER-TLV; one without a name is masked. */
    static Tag of(int tag) {
        String hex = Integer.toHexString(tag).toUpperCase(java.util.Locale.ROOT);
        return BER.getOrDefault(hex, new Tag(hex, "tag " + hex, "标签" + hex, SECRET));
    }

    /** A tag of F59; one without a name is masked. */
    static Tag extended(String tag) {
        return EXTENDED.getOrDefault(tag, new Tag(tag, "tag " + tag, "标签" + tag, SECRET));
    }
}
