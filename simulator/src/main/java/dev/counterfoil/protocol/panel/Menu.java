package dev.counterfoil.protocol.panel;

import java.util.Arrays;
import java.util.Optional;

/** Entries of a terminal's menu, as labelled. */
public enum Menu {
    LOG_IN("log in", "登录"),
    SIGN_IN("sign in", "签到"),
    SIGN_OFF("sign off", "签退"),
    SALE("sale", "消费"),
    VOID("void", "撤销"),
    BALANCE("balance", "余额查询"),
    SETTLEMENT("settlement", "结算"),
    KEY_DOWNLOAD("master key download", "主密钥下载"),
    ONLINE_DOWNLOAD("online key download", "主密钥联机下载"),
    KEY_INJECTION("key injection", "密钥灌装"),
    KEY_COMPONENTS("key components", "录入密钥分量"),
    LOAD_PROGRAMS("load the programs", "装入程序"),
    RE_ACTIVATE("re-activate the PIN pad", "重新激活密码键盘"),
    DECOMMISSION("decommission", "撤机"),
    INSPECTION("inspection", "巡检"),
    PARAMETERS("parameters", "参数设置"),
    OPERATORS("operators", "操作员管理"),
    REMOTE_UPDATE("remote update", "远程更新");

    private final String english;
    private final String chinese;

    Menu(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }

    /** The entry that has this wording in either language. */
    public static Optional<Menu> worded(String wording) {
        return Arrays.stream(values())
                .filter(m -> m.english.equals(wording) || m.chinese.equals(wording))
                .findFirst();
    }
}
