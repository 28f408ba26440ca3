package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ARRANGE;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about what exists and the state it starts in. */
final class EstateRows {
    static final Section ESTATE_AND_STATE = Section.of(
            "Estate and state",
            "环境与状态",
            row("UseEstate", ARRANGE, "the estate {text}", "使用环境配置{text}"),
            row("StartState", ARRANGE, "{terminal} starts {tstate}", "{terminal}的初始状态为{tstate}"),
            row(
                    "SetBatchAndTrace",
                    ARRANGE,
                    "{terminal} has batch {digits} and next trace {digits}",
                    "{terminal}的批次号为{digits}，下一流水号为{digits}"),
            row(
                    "GiveMasterKey",
                    ARRANGE,
                    "{terminal} has the master key with check value {kcv}",
                    "{terminal}已装校验值为{kcv}的主密钥"),
            row("CloneTerminal", ARRANGE, "{terminal} is a clone of {terminal}", "{terminal}是{terminal}的克隆机"),
            row("SetPolicy", ARRANGE, "{actor} follows the policy {setting} = {value}", "{actor}的策略{setting}取值{value}"),
            row("WeakenHost", ARRANGE, "the host does not check the {check}", "主机不校验{check}"),
            row(
                    "RegisterTerminal",
                    ARRANGE,
                    "the host has registered {terminal} as {registration}",
                    "主机将{terminal}登记为{registration}"),
            row("SetDate", ARRANGE, "the run starts on {date} at {clock}", "运行从{date}的{clock}开始"),
            row("CheckTerminalState", CHECK, "{terminal} is {tstate}", "{terminal}处于{tstate}状态"),
            row(
                    "CheckBatchAndTrace",
                    CHECK,
                    "{terminal} is at batch {digits} and next trace {digits}",
                    "{terminal}现批次号为{digits}，下一流水号为{digits}"),
            row(
                    "CheckJournal",
                    CHECK,
                    "the journal of {terminal} holds {number} transactions",
                    "{terminal}的流水中有{number}笔交易"));

    private EstateRows() {}
}
