package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARRANGE;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about keys and the master key download. */
final class KeyRows {
    static final Section KEYS_AND_KEY_DOWNLOAD = Section.of(
            "Keys and key download",
            "密钥与密钥下载",
            row(
                    "Personalise",
                    ARRANGE,
                    "{managercard} has the password {digits} and {number} tries",
                    "{managercard}的密码为{digits}，可试{number}次"),
            row(
                    "RegisterCard",
                    ARRANGE,
                    "the host has registered {managercard} as {cardstate}",
                    "主机将{managercard}登记为{cardstate}"),
            row(
                    "WrongCardKey",
                    ARRANGE,
                    "{managercard} holds another card key than the host expects",
                    "{managercard}的卡片密钥与主机不一致"),
            row("OpenWorkOrder", ARRANGE, "the host has opened a work order for {terminal}", "主机已为{terminal}开立工单"),
            row(
                    "FakeHost",
                    ARRANGE,
                    "a fake host without the card key stands in for the host of {terminal}",
                    "由没有卡片密钥的假主机冒充{terminal}的主机"),
            row(
                    "DownloadMasterKey",
                    ACT,
                    "{person} downloads the master key to {terminal} with {managercard}",
                    "{person}为{terminal}下载主密钥，使用{managercard}"),
            row(
                    "StartDownload",
                    ACT,
                    "{person} starts the master key download on {terminal}",
                    "{person}在{terminal}上发起主密钥下载"),
            row("TypeCardPassword", ACT, "{person} types the card password {digits}", "{person}输入卡密码{digits}"),
            row("Reactivate", ACT, "{person} re-activates {pad}", "{person}重新激活{pad}"),
            row("TryAllCommands", ACT, "every command of {pad} is tried", "对{pad}逐条发送全部指令"),
            row("CheckKeyState", CHECK, "{keyref} is {keystate}", "{keyref}的状态为{keystate}"),
            row("CheckKcv", CHECK, "{keyref} has the check value {kcv}", "{keyref}的校验值为{kcv}"),
            row("CheckKeyUnchanged", CHECK, "{keyref} is still the one from the start", "{keyref}仍为最初的密钥"),
            row("CheckSameKey", CHECK, "{keyref} equals {keyref}", "{keyref}与{keyref}相同"),
            row("CheckOtherKey", CHECK, "{keyref} differs from {keyref}", "{keyref}与{keyref}不同"),
            row("CheckKeyLife", CHECK, "the life of {keyref} reads:", "{keyref}的生命周期为：")
                    .with(Column.STATE),
            row("CheckTries", CHECK, "{managercard} has {number} tries left", "{managercard}剩余{number}次可试"),
            row("CheckPermit", CHECK, "the work order for {terminal} is closed", "{terminal}的工单已关闭"),
            row("CheckWiped", CHECK, "{device} has wiped {secret}", "{device}已清除{secret}"),
            row("CheckNoKeyGiven", CHECK, "no answer of {pad} holds a key", "{pad}的应答均不含密钥"));

    private KeyRows() {}
}
