package dev.counterfoil.protocol.iso8583;

import static dev.counterfoil.protocol.iso8583.ResponseCodes.Action.A;
import static dev.counterfoil.protocol.iso8583.ResponseCodes.Action.B;
import static dev.counterfoil.protocol.iso8583.ResponseCodes.Action.C;
import static dev.counterfoil.protocol.iso8583.ResponseCodes.Action.D;
import static dev.counterfoil.protocol.iso8583.ResponseCodes.Action.E;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The response codes of F39: what they mean, what the terminal shows, what may be done next. */
public final class ResponseCodes {
    /** The host could not do its part: it says nothing of the request, which may be asked again. */
    public static final String SYSTEM_FAULT = "96";

    /** What may be done after an answer. */
    public enum Action {
        /** Approved. */
        A,
        /** Failed, may be tried again. */
        B,
        /** Failed, not to be tried again. */
        C,
        /** Failed, the operator must act. */
        D,
        /** Failed by a fault of the system, not to be tried again. */
        E
    }

    /**
     * One code.
     *
     * @param code two characters
     * @param action class A to E
     * @param textEn what it means
     * @param textZh what a terminal shows
     */
    public record ResponseCode(String code, Action action, String textEn, String textZh) {}

    // spotless:off
    private static final Map<String, ResponseCode> TABLE = table(
            of("00", A, "approved",                                  "交易成功"),
            of("01", C, "call issuer",                               "交易失败，请联系发卡行"),
            of("02", C, "call issuer",                               "交易失败，请联系发卡行"),
            of("03", C, "merchant not registered",                   "商户未登记"),
            of("04", D, "pick up card",                              "没收卡，请联系收单行"),
            of("05", C, "declined by issuer",                        "交易失败，请联系发卡行"),
            of("06", E, "issuer fault",                              "交易失败，请联系发卡行"),
            of("07", D, "pick up, special",                          "没收卡，请联系收单行"),
            of("09", B, "resubmit",                                  "交易失败，请重试"),
            of("10", A, "partial approval",                          "部分批准"),
            of("11", A, "approved, VIP",                             "成功，VIP客户"),
            of("12", C, "transaction not supported",                 "交易失败，请重试"),
            of("13", B, "amount zero or too large",                  "交易金额超限，请重试"),
            of("14", B, "card not registered or misread",            "无效卡号，请联系发卡行"),
            of("15", C, "issuer not opened",                         "此卡不能受理"),
            of("19", C, "card data misread",                         "交易失败，请联系发卡行"),
            of("20", C, "invalid answer",                            "交易失败，请联系发卡行"),
            of("21", C, "no action",                                 "交易失败，请联系发卡行"),
            of("22", C, "terminal state differs, sign in again",     "操作有误，请重试"),
            of("23", C, "unacceptable fee",                          "交易失败，请联系发卡行"),
            of("25", C, "record not found at issuer",                "交易失败，请联系发卡行"),
            of("30", C, "format error",                              "交易失败，请重试"),
            of("31", C, "issuer not opened",                         "此卡不能受理"),
            of("33", D, "expired, may pick up",                      "过期卡，请联系发卡行"),
            of("34", D, "suspected fraud, may pick up",              "没收卡，请联系收单行"),
            of("35", D, "suspected fraud, may pick up",              "没收卡，请联系收单行"),
            of("36", D, "restricted card",                           "此卡有误，请换卡重试"),
            of("37", D, "suspected fraud, may pick up",              "没收卡，请联系收单行"),
            of("38", D, "PIN tries exceeded, may pick up",           "密码错误次数超限"),
            of("39", C, "possible misread",                          "交易失败，请联系发卡行"),
            of("40", C, "type not supported by issuer",              "交易失败，请联系发卡行"),
            of("41", D, "lost card",                                 "没收卡，请联系收单行"),
            of("42", B, "account not found",                         "交易失败，请联系发卡方"),
            of("43", D, "stolen card",                               "没收卡，请联系收单行"),
            of("44", C, "possible misread",                          "交易失败，请联系发卡行"),
            of("45", C, "fallback not allowed",                      "禁止降级"),
            of("51", C, "insufficient balance",                      "余额不足，请查询"),
            of("52", C, "no cheque account",                         "交易失败，请联系发卡行"),
            of("53", C, "no savings account",                        "交易失败，请联系发卡行"),
            of("54", C, "expired",                                   "过期卡，请联系发卡行"),
            of("55", C, "wrong PIN",                                 "密码错，请重试"),
            of("56", C, "account not found",                         "交易失败，请联系发卡行"),
            of("57", C, "not permitted to cardholder",               "交易失败，请联系发卡行"),
            of("58", C, "not permitted to merchant/terminal",        "终端无效，请联系收单行或银联"),
            of("59", C, "declined by issuer",                        "交易失败，请联系发卡行"),
            of("60", C, "declined by issuer",                        "交易失败，请联系发卡行"),
            of("61", C, "amount too large",                          "金额太大"),
            of("62", C, "declined by issuer",                        "交易失败，请联系发卡行"),
            of("63", C, "security breach",                           "交易失败，请联系发卡行"),
            of("64", C, "original amount wrong",                     "交易失败，请联系发卡行"),
            of("65", C, "too many withdrawals",                      "超出取款次数限制"),
            of("66", C, "call acquirer security",                    "交易失败，请联系收单行或银联"),
            of("67", C, "capture",                                   "没收卡"),
            of("68", C, "issuer did not answer in time",             "交易超时，请重试"),
            of("75", C, "PIN tries exceeded",                        "密码错误次数超限"),
            of("77", D, "batch differs from centre, sign in",        "请向网络中心签到"),
            of("79", C, "offline data did not balance",              "POS 终端重传脱机数据"),
            of("90", C, "day change in progress",                    "交易失败，请稍后重试"),
            of("91", C, "issuer or switch not available",            "交易失败，请稍后重试"),
            of("92", C, "no route",                                  "交易失败，请稍后重试"),
            of("93", C, "illegal transaction",                       "交易失败，请联系发卡行"),
            of("94", C, "duplicate trace",                           "交易失败，请稍后重试"),
            of("95", C, "reconciliation error",                      "交易失败，请稍后重试"),
            of("96", C, "system fault at issuer or centre",          "交易失败，请稍后重试"),
            of("97", D, "terminal not registered",                   "终端未登记，请联系收单行或银联"),
            of("98", E, "no answer from issuer",                     "交易超时，请重试"),
            of("99", B, "PIN format or key error, sign in again",    "PIN格式错，请重新签到"),
            of("A0", B, "MAC check failed, sign in again",           "MAC校验错，请重新签到"),
            of("A1", C, "transfer currency differs",                 "转账货币不一致"),
            of("A2", A, "approved, confirm with issuer",             "交易成功，请向发卡行确认"),
            of("A3", C, "account wrong",                             "账户不正确"),
            of("A4", A, "approved, confirm with issuer",             "交易成功，请向发卡行确认"),
            of("A5", A, "approved, confirm with issuer",             "交易成功，请向发卡行确认"),
            of("A6", A, "approved, confirm with issuer",             "交易成功，请向发卡行确认"),
            of("A7", C, "security processing failure at the switch", "拒绝，交换中心异常"),
            // Ours: answers to the messages of a key download and an inspection, see KeyDownload, InspectionReport.
            of("D0", D, "program too old",                           "程序版本过低，请升级"),
            of("D1", D, "no download permit",                        "无下载许可"),
            of("D2", D, "manager card unknown",                      "管理员卡未登记"),
            of("D3", D, "manager card lost",                         "管理员卡已挂失"),
            of("D4", D, "manager card revoked",                      "管理员卡已注销"),
            of("D5", D, "manager card expired",                      "管理员卡已过期"),
            of("D6", D, "manager card out of its region",            "管理员卡超出区域"),
            of("D7", E, "repeated message, begin again",             "报文重复，请重新下载"),
            of("D8", D, "authentication failed",                     "认证失败"),
            of("D9", D, "typed entry locked",                        "手工录入已锁定"),
            of("DA", D, "settle first",                              "请先结算"));
    // spotless:on

    private ResponseCodes() {}

    private static ResponseCode of(String code, Action action, String textEn, String textZh) {
        return new ResponseCode(code, action, textEn, textZh);
    }

    private static Map<String, ResponseCode> table(ResponseCode... codes) {
        Map<String, ResponseCode> table = new LinkedHashMap<>();
        for (ResponseCode code : codes) {
            table.put(code.code, code);
        }
        return table;
    }

    /** The row of a code, or null when the table has none. */
    public static @Nullable ResponseCode find(String code) {
        return TABLE.get(code);
    }

    /** The row of a code; an unknown one is a failure not to be tried again. */
    public static ResponseCode of(String code) {
        ResponseCode found = TABLE.get(code);
        return found != null ? found : new ResponseCode(code, C, "unknown response code", "交易失败，未知应答码");
    }

    /** True for the codes of class A. */
    public static boolean approved(String code) {
        ResponseCode found = TABLE.get(code);
        return found != null && found.action == A;
    }
}
