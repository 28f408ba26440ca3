package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARRANGE;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.word.CardState;
import dev.counterfoil.verb.word.KeyState;
import dev.counterfoil.verb.word.Secret;

/** Steps about keys and the master key download. */
final class KeyRows {
    static final Section KEYS_AND_KEY_DOWNLOAD = Section.of(
            "Keys and key download",
            "密钥与密钥下载",
            row(
                    "Personalise",
                    ARRANGE,
                    "{managercard} has the password {digits} and {number} tries",
                    "{managercard}的密码为{digits}，可试{number}次",
                    (s, a) -> s.arranging().personalise(a.card(0), a.text(1), a.number(2))),
            row(
                    "RegisterCard",
                    ARRANGE,
                    "the host has registered {managercard} as {cardstate}",
                    "主机将{managercard}登记为{cardstate}",
                    (s, a) -> s.arranging().registerCard(a.card(0), a.at(1, CardState.class))),
            row(
                    "WrongCardKey",
                    ARRANGE,
                    "{managercard} holds another card key than the host expects",
                    "{managercard}的卡片密钥与主机不一致",
                    (s, a) -> s.arranging().wrongCardKey(a.card(0))),
            row(
                    "OpenWorkOrder",
                    ARRANGE,
                    "the host has opened a work order for {terminal}",
                    "主机已为{terminal}开立工单",
                    (s, a) -> s.arranging().workOrder(a.terminal(0))),
            row(
                    "NoWorkOrder",
                    ARRANGE,
                    "the host has no work order for {terminal}",
                    "主机没有{terminal}的工单",
                    (s, a) -> s.arranging().noWorkOrder(a.terminal(0))),
            row(
                    "FakeHost",
                    ARRANGE,
                    "a fake host without the card key stands in for the host of {terminal}",
                    "由没有卡片密钥的假主机冒充{terminal}的主机",
                    (s, a) -> s.arranging().fakeHost(a.terminal(0))),
            row(
                    "DamageKeySlot",
                    ARRANGE,
                    "the master key slot of {pad} is damaged",
                    "{pad}的主密钥存储区已损坏",
                    (s, a) -> s.arranging().damageKeySlot(a.pad(0))),
            row(
                    "DownloadMasterKey",
                    ACT,
                    "{person} downloads the master key to {terminal} with {managercard}",
                    "{person}为{terminal}下载主密钥，使用{managercard}",
                    (s, a) -> s.people().download(a.person(0), a.terminal(1), a.card(2))),
            row(
                    "StartDownload",
                    ACT,
                    "{person} starts the master key download on {terminal}",
                    "{person}在{terminal}上发起主密钥下载",
                    (s, a) -> s.people().startDownload(a.person(0), a.terminal(1))),
            row(
                    "TypeCardPassword",
                    ACT,
                    "{person} types the card password {digits}",
                    "{person}输入卡密码{digits}",
                    (s, a) -> s.people().typeCardPassword(a.person(0), a.text(1))),
            row(
                    "Inject",
                    ACT,
                    "{person} injects the master key into {terminal} with the mother POS",
                    "{person}给{terminal}灌主密钥，使用母POS",
                    (s, a) -> s.people().inject(a.person(0), a.terminal(1))),
            row(
                    "TypeComponent",
                    ACT,
                    "{person} types key component {number} {hex} with check value {kcv}",
                    "{person}录入第{number}个密钥分量{hex}，校验值{kcv}",
                    (s, a) -> s.people().typeComponent(a.person(0), a.number(1), a.text(2), a.text(3))),
            row(
                    "LoadFiles",
                    ACT,
                    "{person} loads the files {text} into {terminal}",
                    "{person}把文件{text}依次装入{terminal}",
                    (s, a) -> s.people().loadFiles(a.person(0), a.text(1), a.terminal(2))),
            row(
                    "Reactivate",
                    ACT,
                    "{person} re-activates {pad}",
                    "{person}重新激活{pad}",
                    (s, a) -> s.people().reactivate(a.person(0), a.pad(1))),
            row(
                    "Decommission",
                    ACT,
                    "{person} decommissions {terminal}",
                    "{person}办理{terminal}撤机",
                    (s, a) -> s.people().decommission(a.person(0), a.terminal(1))),
            row(
                    "TryAllCommands",
                    ACT,
                    "every command of {pad} is tried",
                    "对{pad}逐条发送全部指令",
                    (s, a) -> s.hands().tryAllCommands(a.pad(0))),
            row(
                    "BeginDownloads",
                    ACT,
                    "{pad} begins {number} downloads",
                    "{pad}发起{number}次下载",
                    (s, a) -> s.hands().beginDownloads(a.pad(0), a.number(1))),
            row(
                    "CheckKeyState",
                    CHECK,
                    "{keyref} is {keystate}",
                    "{keyref}的状态为{keystate}",
                    (s, a) -> s.keys().state(a.key(0), a.at(1, KeyState.class))),
            row(
                    "CheckKcv",
                    CHECK,
                    "{keyref} has the check value {kcv}",
                    "{keyref}的校验值为{kcv}",
                    (s, a) -> s.keys().checkValue(a.key(0), a.text(1))),
            row(
                    "CheckKeyUnchanged",
                    CHECK,
                    "{keyref} is still the one from the start",
                    "{keyref}仍为最初的密钥",
                    (s, a) -> s.keys().unchanged(a.key(0))),
            row(
                    "CheckSameKey",
                    CHECK,
                    "{keyref} equals {keyref}",
                    "{keyref}与{keyref}相同",
                    (s, a) -> s.keys().same(a.key(0), a.key(1))),
            row(
                    "CheckOtherKey",
                    CHECK,
                    "{keyref} differs from {keyref}",
                    "{keyref}与{keyref}不同",
                    (s, a) -> s.keys().different(a.key(0), a.key(1))),
            row(
                            "CheckKeyLife",
                            CHECK,
                            "the life of {keyref} reads:",
                            "{keyref}的生命周期为：",
                            (s, a) -> s.keys().life(a.key(0), a.rows().column(Column.STATE, KeyState.class)))
                    .with(Column.STATE),
            row(
                            "CheckDownloadSteps",
                            CHECK,
                            "{transaction} took these steps:",
                            "{transaction}依次经过以下步骤：",
                            (s, a) -> s.keys().steps(a.transaction(0), a.rows().column(Column.STEP, String.class)))
                    .with(Column.STEP),
            row(
                    "CheckTries",
                    CHECK,
                    "{managercard} has {number} tries left",
                    "{managercard}剩余{number}次可试",
                    (s, a) -> s.keys().triesLeft(a.card(0), a.number(1))),
            row(
                    "CheckCardState",
                    CHECK,
                    "the host holds {managercard} as {cardstate}",
                    "主机中{managercard}处于{cardstate}",
                    (s, a) -> s.keys().cardState(a.card(0), a.at(1, CardState.class))),
            row(
                    "CheckPermit",
                    CHECK,
                    "the work order for {terminal} is closed",
                    "{terminal}的工单已关闭",
                    (s, a) -> s.keys().permitClosed(a.terminal(0))),
            row(
                    "CheckWiped",
                    CHECK,
                    "{device} has wiped {secret}",
                    "{device}已清除{secret}",
                    (s, a) -> s.keys().wiped(a.at(0, Device.class), a.at(1, Secret.class))),
            row(
                    "CheckRandomNumbers",
                    CHECK,
                    "each of {number} downloads begun by {pad} had random numbers of its own",
                    "{number}次下载（由{pad}发起）所用随机数各不相同",
                    (s, a) -> s.keys().randomNumbersFresh(a.pad(1), a.number(0))),
            row(
                    "CheckNoKeyGiven",
                    CHECK,
                    "no answer of {pad} holds a key",
                    "{pad}的应答均不含密钥",
                    (s, a) -> s.keys().noKeyGiven(a.pad(0))));

    private KeyRows() {}
}
