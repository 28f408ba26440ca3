package dev.counterfoil.protocol.panel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a device can show, in English and in Chinese. A check compares entries, so either language's wording
 * names the entry. {@code {0}} stands for an argument.
 */
public enum Text {
    READY(Nature.IDLE, "ready", "就绪"),
    PLEASE_SIGN_IN(Nature.IDLE, "please sign in", "请签到"),
    NO_MASTER_KEY(Nature.IDLE, "master key not downloaded", "主密钥未下载"),
    SIGNED_OFF(Nature.IDLE, "signed off", "已签退"),
    LOCKED(Nature.IDLE, "terminal locked", "终端已锁定"),
    PAD_READY(Nature.IDLE, "welcome", "欢迎使用"),

    OPERATOR_NUMBER(Nature.PROMPT, "operator number", "请输入操作员号"),
    OPERATOR_PASSWORD(Nature.PROMPT, "operator password", "请输入操作员密码"),
    NEW_PASSWORD(Nature.PROMPT, "choose a new password", "请设置新密码"),
    NEW_PASSWORD_AGAIN(Nature.PROMPT, "new password again", "请再次输入新密码"),
    TERMINAL_NUMBER(Nature.PROMPT, "terminal number", "请输入终端号"),
    MERCHANT_NUMBER(Nature.PROMPT, "merchant number", "请输入商户号"),
    SUPERVISOR_PASSWORD(Nature.PROMPT, "supervisor password", "请输入主管密码"),
    ENTER_GOODS(Nature.PROMPT, "goods", "请输入商品名称"),
    ENTER_AMOUNT(Nature.PROMPT, "enter the amount", "请输入金额"),
    PRESENT_CARD(Nature.PROMPT, "swipe or insert the card", "请刷卡或插卡"),
    ORIGINAL_TRACE(Nature.PROMPT, "original voucher number", "请输入原凭证号"),
    CONFIRM_ORIGINAL(Nature.PROMPT, "confirm: {0} {1}", "请确认：{0} {1}"),
    INSERT_MANAGER_CARD(Nature.PROMPT, "insert operation manager card", "请插入运维管理员卡"),
    CARD_PASSWORD(Nature.PROMPT, "enter the card password", "请输入卡密码"),
    INJECTION_PASSWORD(Nature.PROMPT, "enter the injection password", "请输入灌密密码"),
    CUSTODIAN_PASSWORD(Nature.PROMPT, "enter the custodian password", "请输入密钥保管员密码"),
    ENTER_COMPONENT(Nature.PROMPT, "enter the key component", "请输入密钥分量"),
    ENTER_CHECK_VALUE(Nature.PROMPT, "enter its check value", "请输入分量校验值"),
    CONFIRM_KEY(Nature.PROMPT, "master key {0}, confirm", "主密钥{0}，请确认"),
    CONNECT_DOWNLOADER(Nature.PROMPT, "connect the downloader", "请连接下载工具"),
    CONNECT_MOTHER_POS(Nature.PROMPT, "connect the mother POS", "请连接母POS"),
    ENTER_PIN(Nature.PROMPT, "enter the PIN", "请输入密码"),
    PIN_AGAIN(Nature.PROMPT, "PIN must have {0} digits, enter again", "密码应为{0}位，请重新输入"),

    WORK_CONTENT(Nature.PROMPT, "work content, 10 digits", "请输入巡检内容（10位）"),
    EQUIPMENT_STATE(Nature.PROMPT, "equipment state, 1 digit", "请输入机具状态（1位）"),
    PRESENT_MANAGER(Nature.PROMPT, "insert or swipe the manager card, or type its number", "请插、刷管理员卡或输入卡号"),
    SWIPE_MANAGER(Nature.PROMPT, "swipe the manager card, or type its number", "请刷管理员卡或输入卡号"),
    TYPE_MANAGER(Nature.PROMPT, "type the number of the manager card", "请输入管理员卡号"),

    USE_PAD(Nature.NOTICE, "please use the PIN pad", "请使用密码键盘"),
    CONNECTING(Nature.NOTICE, "connecting", "正在连接"),
    WAITING(Nature.NOTICE, "waiting for the answer", "等待应答"),
    SENDING_REVERSAL(Nature.NOTICE, "sending the reversal", "正在冲正"),
    PRINTING(Nature.NOTICE, "printing", "正在打印"),
    PROCESSING(Nature.NOTICE, "processing", "处理中"),
    STARTING(Nature.NOTICE, "starting", "正在启动"),
    UPLOADING(Nature.NOTICE, "uploading the batch", "正在批上送"),
    READ_AGAIN(Nature.NOTICE, "card not read, try again", "读卡失败，请重试"),

    TYPE_AGAIN(Nature.NOTICE, "wrong entry, type again", "输入有误，请重新输入"),
    COMPONENT_TAKEN(Nature.NOTICE, "component {0} taken, check value {1}", "分量{0}已录入，校验值{1}"),

    APPROVED(Nature.RESULT, "approved", "交易成功"),
    DECLINED(Nature.RESULT, "declined {0}: {1}", "交易拒绝{0}：{1}"),
    ISSUER_IS(Nature.NOTICE, "issuer {0}", "发卡行{0}"),
    BALANCE_IS(Nature.RESULT, "balance {0}", "余额{0}"),
    TIMED_OUT(Nature.RESULT, "transaction timed out", "交易超时"),
    NO_CONNECTION(Nature.RESULT, "no connection", "通讯故障"),
    MAC_ERROR(Nature.RESULT, "answer refused, MAC error", "应答报文MAC校验错"),
    ANSWER_ERROR(Nature.RESULT, "answer refused, not an answer to this request", "应答报文不匹配"),
    CANCELLED(Nature.RESULT, "cancelled", "交易取消"),
    SIGN_IN_DONE(Nature.RESULT, "sign-in done", "签到成功"),
    SIGN_OFF_DONE(Nature.RESULT, "sign-off done", "签退成功"),
    SETTLED(Nature.RESULT, "settlement done", "结算成功"),
    TOTALS_DIFFER(Nature.RESULT, "totals differ", "对账不平"),
    KEY_NOT_LOADED(Nature.RESULT, "key not loaded", "密钥未下装"),
    MASTER_KEY_ERROR(Nature.RESULT, "master key error", "主密钥出错"),
    FOREIGN_PAD(Nature.RESULT, "PIN pad of another terminal: {0}", "非本机密码键盘：{0}"),
    FOREIGN_READER(Nature.RESULT, "foreign reader on the card slot", "卡槽上有异物读头"),
    ENCRYPTION_MODULE_ERROR(Nature.RESULT, "encryption module error", "加密模块错误"),
    WORKING_KEYS_FAILED(Nature.RESULT, "working key download failed, confirm master key download", "工作密钥下载失败，请确认主密钥下载"),
    HOST_NOT_AUTHENTIC(Nature.RESULT, "host not authentic", "主机认证失败"),
    DOWNLOAD_FAILED(Nature.RESULT, "master key download failed", "主密钥下载失败"),
    DOWNLOAD_DONE(Nature.RESULT, "master key download done", "主密钥下载成功"),
    PROGRAMS_LOADED(Nature.RESULT, "programs loaded", "程序装入成功"),
    NOT_SIGNED(Nature.RESULT, "not signed, old programs stay: {0}", "签名无效，保留原程序：{0}"),
    OUT_OF_ORDER(Nature.RESULT, "loaded out of order, key lost: {0}", "装入次序错误，密钥丢失：{0}"),
    KEY_INJECTED(Nature.RESULT, "master key injected, check value {0}", "主密钥灌装成功，校验值{0}"),
    INJECTION_REFUSED(Nature.RESULT, "injection refused, code {0}", "灌密被拒，代码{0}"),
    FRAME_DAMAGED(Nature.RESULT, "frame damaged, send again", "数据帧校验错，请重发"),
    KEY_FORMED(Nature.RESULT, "master key formed, check value {0}", "主密钥合成成功，校验值{0}"),
    COMPONENT_CUSTODIAN(Nature.RESULT, "component {0}: same custodian twice", "分量{0}：同一保管员重复录入"),
    COMPONENT_LENGTH(Nature.RESULT, "component {0}: {1} digits, not 32", "分量{0}：{1}位，应为32位"),
    COMPONENT_PARITY(Nature.RESULT, "component {0}: wrong parity of byte {1}", "分量{0}：第{1}字节奇偶校验错"),
    COMPONENT_CHECK_VALUE(Nature.RESULT, "component {0}: wrong check value", "分量{0}：校验值错误"),
    COMPONENTS_WEAK(Nature.RESULT, "components form a weak key", "分量合成弱密钥"),
    COMPONENT_MISSING(Nature.RESULT, "component {0} missing, old key stays", "缺少分量{0}，保留原密钥"),
    KEY_NOT_CONFIRMED(Nature.RESULT, "key not confirmed, old key stays", "未确认，保留原密钥"),
    INSPECTION_DONE(Nature.RESULT, "inspection {0} noted", "巡检{0}已登记"),
    INSPECTION_KEPT(Nature.RESULT, "inspection kept, sent at the next contact", "巡检已保存，下次联机时上送"),
    NO_MANAGER_CARD(Nature.RESULT, "no operation manager card", "未插入运维管理员卡"),
    NOT_A_MANAGER_CARD(Nature.RESULT, "not an operation manager card", "非运维管理员卡"),
    IC_CARD_NEEDED(Nature.RESULT, "IC operation manager card needed", "请使用IC运维管理员卡"),
    CARD_REMOVED(Nature.RESULT, "card removed", "卡已拔出"),
    WRONG_CARD_PASSWORD(Nature.RESULT, "wrong card password, {0} tries left", "卡密码错误，剩余{0}次"),
    CARD_BLOCKED(Nature.RESULT, "card blocked", "卡已锁定"),
    RE_ACTIVATED(Nature.RESULT, "PIN pad re-activated", "密码键盘已重新激活"),
    NOT_ALLOWED(Nature.RESULT, "not allowed for this operator", "操作员无此权限"),
    WRONG_PASSWORD(Nature.RESULT, "wrong password", "密码错误"),
    PASSWORD_NOT_TAKEN(Nature.NOTICE, "4 to 8 digits, twice the same, not the old ones", "须为4至8位数字，两次一致且不同于原密码"),
    NUMBERS_CHANGED(Nature.RESULT, "numbers changed, terminal locked", "参数已更改，终端锁定"),
    DECOMMISSIONED(Nature.RESULT, "terminal decommissioned", "终端已撤机"),
    LOGGED_IN(Nature.RESULT, "operator {0} logged in", "操作员{0}已登录"),
    SIGN_IN_FIRST(Nature.RESULT, "sign in first", "请先签到"),
    SETTLE_FIRST(Nature.RESULT, "settle first", "请先结算"),
    REVERSAL_OPEN(Nature.RESULT, "reversal still open", "有未完成的冲正"),
    REVERSAL_DROPPED(Nature.RESULT, "reversal given up, see the notice", "冲正失败，见通知单"),
    NO_SUCH_TRANSACTION(Nature.RESULT, "no such transaction", "无此交易"),
    ALREADY_VOIDED(Nature.RESULT, "already voided", "该交易已撤销"),
    BATCH_EMPTY(Nature.RESULT, "no transactions in this batch", "无交易"),
    OTHER_CARD(Nature.RESULT, "not the card of that transaction", "卡号不符"),
    PC_READY(Nature.IDLE, "loader ready", "灌密程序就绪"),
    PC_LOADING(Nature.NOTICE, "loading the key, check value {0}", "正在灌密，校验值{0}"),
    PC_LOADED(Nature.RESULT, "key loaded, check value {0}", "灌密成功，校验值{0}"),
    PC_OTHER_CHECK_VALUE(Nature.RESULT, "check value of the child {0}, expected {1}", "子POS校验值{0}，应为{1}"),
    PC_REFUSED(Nature.RESULT, "injection failed: {0} {1}", "灌密失败：{0} {1}"),
    PC_NO_ANSWER(Nature.RESULT, "no answer: {0}", "无应答：{0}"),
    PC_WRONG_SYSTEM(Nature.RESULT, "this program needs {0}, not {1}", "本程序需要{0}，不支持{1}"),
    PC_COMPONENT_MISSING(Nature.RESULT, "loader component {0} missing", "缺少灌密组件{0}"),
    PC_PORT_CLOSED(Nature.NOTICE, "port {0} cannot be opened", "端口{0}无法打开"),
    PC_PORT_SILENT(Nature.NOTICE, "no answer on port {0}", "端口{0}无应答"),
    PC_PORT_PROPOSED(Nature.RESULT, "the mother POS is on port {0}", "母POS在端口{0}"),
    PC_NOTICE(Nature.NOTICE, "mother POS {0}: {1}", "母POS {0}：{1}"),
    PC_HANGS(Nature.RESULT, "the loader program does not respond", "灌密程序无响应"),
    MOTHER_READY(Nature.IDLE, "mother POS {0}", "母POS {0}"),
    MOTHER_LOADING(Nature.NOTICE, "loading the child", "正在给子POS灌密"),
    MOTHER_DONE(Nature.RESULT, "child loaded", "子POS灌密成功"),
    MOTHER_FAILED(Nature.RESULT, "child not loaded: {0}", "子POS灌密失败：{0}"),
    PAD_PROCESSING(Nature.NOTICE, "please wait", "请稍候"),
    PAD_CANCELLED(Nature.RESULT, "entry cancelled", "输入已取消"),
    PAD_TAKES_KEYS(Nature.NOTICE, "ready for key injection", "等待灌密"),
    PAD_LOCKED(Nature.IDLE, "pad locked", "密码键盘已锁定");

    /** What a display means to the person in front of it. */
    public enum Nature {
        /** Nothing is going on. */
        IDLE,
        /** The device asks for something. */
        PROMPT,
        /** The device is busy. */
        NOTICE,
        /** How it ended; the device goes on by itself. */
        RESULT
    }

    private final Nature nature;
    private final String english;
    private final String chinese;

    Text(Nature nature, String english, String chinese) {
        this.nature = nature;
        this.english = english;
        this.chinese = chinese;
    }

    public Nature nature() {
        return nature;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }

    /** In English, with its places filled. */
    public String english(List<String> args) {
        return filled(english, args);
    }

    /** In Chinese, with its places filled. */
    public String chinese(List<String> args) {
        return filled(chinese, args);
    }

    private static String filled(String wording, List<String> args) {
        String text = wording;
        for (int i = 0; i < args.size(); i++) {
            text = text.replace("{" + i + "}", args.get(i));
        }
        return text;
    }

    /** The entry that has this wording in either language. */
    public static Optional<Text> worded(String wording) {
        return Arrays.stream(values())
                .filter(t -> t.english.equals(wording) || t.chinese.equals(wording))
                .findFirst();
    }
}
