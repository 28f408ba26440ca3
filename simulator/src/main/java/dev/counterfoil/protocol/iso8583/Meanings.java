package dev.counterfoil.protocol.iso8583;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What message types and code values stand for, in English and Chinese. */
final class Meanings {
    /** Both languages of one meaning. */
    record Meaning(String en, String zh) {}

    // spotless:off
    private static final Map<String, Meaning> MTI = table(
            "0100", "authorisation request",          "授权请求",
            "0110", "authorisation answer",           "授权应答",
            "0200", "financial request",              "金融请求",
            "0210", "financial answer",               "金融应答",
            "0220", "financial advice",               "金融通知",
            "0230", "financial advice answer",        "金融通知应答",
            "0320", "batch upload",                   "批上送请求",
            "0330", "batch upload answer",            "批上送应答",
            "0400", "reversal request",               "冲正请求",
            "0410", "reversal answer",                "冲正应答",
            "0500", "settlement request",             "批结算请求",
            "0510", "settlement answer",              "批结算应答",
            "0620", "script result notice",           "脚本结果通知",
            "0630", "script result answer",           "脚本结果通知应答",
            "0800", "network management request",     "网络管理请求",
            "0810", "network management answer",      "网络管理应答",
            "0820", "network management notice",      "网络管理通知",
            "0830", "network management notice answer", "网络管理通知应答");

    private static final Map<String, Meaning> NETWORK_CODE = table(
            "000", "financial message",               "金融交易",
            "001", "sign-in, single-length keys",     "签到（单倍长密钥）",
            "002", "sign-off",                        "签退",
            "003", "sign-in, double-length keys",     "签到（双倍长密钥）",
            "004", "sign-in, double-length keys and track key", "签到（双倍长密钥含磁道密钥）",
            "005", "sign-in, SM4 keys",               "签到（SM4密钥）",
            "006", "sign-in, SM4 keys and track key", "签到（SM4密钥含磁道密钥）",
            "201", "settlement, upload of magnetic items", "批结算、磁条明细上送",
            "202", "upload end, totals disagreed",    "批上送结束（对账不平）",
            "203", "upload of IC items",              "IC卡明细上送",
            "207", "upload end, totals agreed",       "批上送结束（对账平）",
            "301", "echo test",                       "回响测试",
            "350", "transport key, master key under it", "传输密钥与主密钥下发",
            "351", "master key stored",               "主密钥下载结束",
            "352", "host public key query",           "主机公钥查询",
            "360", "parameter download",              "参数下载",
            "361", "parameter download end",          "参数下载结束",
            "362", "status upload",                   "状态上送",
            "370", "CA public key download",          "CA公钥下载",
            "371", "CA public key download end",      "CA公钥下载结束",
            "372", "CA public key query",             "CA公钥查询",
            "380", "IC parameter download",           "IC卡参数下载",
            "381", "IC parameter download end",       "IC卡参数下载结束",
            "382", "IC parameter query",              "IC卡参数查询",
            "390", "black list download",             "黑名单下载",
            "391", "black list download end",         "黑名单下载结束",
            "394", "small-amount parameters",         "小额免密参数下载",
            "395", "small-amount parameters end",     "小额免密参数下载结束",
            "440", "key download request",            "密钥下载请求",
            "441", "authentication message",          "认证报文",
            "442", "key request and delivery",        "密钥请求与下发",
            "443", "download result",                 "下载结果",
            "447", "withdrawal of the terminal",      "撤机通知",
            "448", "tamper report",                   "拆机报警",
            "449", "manager card blocked",            "管理员卡锁定通知",
            "450", "key download request, short flow", "密钥下载请求（短流程）",
            "451", "authentication message and key delivery", "认证报文与密钥下发",
            "453", "download result, short flow",     "下载结果（短流程）",
            "460", "inspection report",               "巡检报告",
            "951", "script result upload",            "脚本结果上送");

    private static final Map<String, Meaning> ENTRY = table(
            "00", "unknown",                          "未指明",
            "01", "manual",                           "手工",
            "02", "magnetic stripe",                  "磁条",
            "03", "QR or bar code",                   "二维码或条码",
            "05", "IC contact",                       "接触式IC卡",
            "07", "contactless",                      "非接触");

    private static final Map<String, Meaning> CONDITION = table(
            "00", "normal",                           "正常提交",
            "06", "pre-authorisation",                "预授权",
            "08", "mail or telephone order",          "邮购电话订购",
            "18", "mail or telephone pre-authorisation", "订购预授权",
            "60", "incremental pre-authorisation",    "追加预授权",
            "64", "instalment",                       "分期付款",
            "65", "points",                           "积分",
            "66", "account load",                     "账户充值",
            "67", "reservation",                      "预约消费",
            "91", "IC load",                          "圈存");

    private static final Map<String, Meaning> REVERSAL_REASON = table(
            "06", "terminal or card failed after approval", "其他情况引发的冲正",
            "96", "terminal could not complete",      "终端未能完成交易",
            "98", "no answer in time",                "未在规定时间内收到应答",
            "A0", "MAC of the answer was wrong",      "应答MAC校验错");
    // spotless:on

    private Meanings() {}

    private static Map<String, Meaning> table(String... cells) {
        Map<String, Meaning> table = new HashMap<>();
        for (int i = 0; i < cells.length; i += 3) {
            table.put(cells[i], new Meaning(cells[i + 1], cells[i + 2]));
        }
        return Map.copyOf(table);
    }

    static @Nullable Meaning mti(String mti) {
        return MTI.get(mti);
    }

    /** What the value at a path means in a message of this type, or null when no table says. */
    static @Nullable Meaning of(String mti, String path, String value) {
        return switch (path) {
            case "MTI" -> MTI.get(value);
            case "F22.1" -> ENTRY.get(value);
            case "F25" -> CONDITION.get(value);
            case "F39" -> mti.equals("0400") ? REVERSAL_REASON.get(value) : response(value);
            case "F60.3" -> NETWORK_CODE.get(value);
            default -> null;
        };
    }

    private static @Nullable Meaning response(String code) {
        ResponseCodes.ResponseCode found = ResponseCodes.find(code);
        return found == null ? null : new Meaning(found.textEn(), found.textZh());
    }
}
