package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ARRANGE;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.stage.Arranging;
import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.ActorRef;
import dev.counterfoil.verb.word.HostCheck;
import dev.counterfoil.verb.word.Registration;
import dev.counterfoil.verb.word.TerminalState;
import java.time.LocalDate;
import java.time.LocalTime;

/** Steps about what exists and the state it starts in. */
final class EstateRows {
    static final Section ESTATE_AND_STATE = Section.of(
            "Estate and state",
            "环境与状态",
            row(
                    "UseEstate",
                    ARRANGE,
                    "the estate {text}",
                    "使用环境配置{text}",
                    (s, a) -> s.arranging().estate(a.text(0))),
            row(
                    "StartState",
                    ARRANGE,
                    "{terminal} starts {tstate}",
                    "{terminal}的初始状态为{tstate}",
                    (s, a) -> s.arranging().starts(a.terminal(0), a.at(1, TerminalState.class))),
            row(
                    "SetBatchAndTrace",
                    ARRANGE,
                    "{terminal} has batch {digits} and next trace {digits}",
                    "{terminal}的批次号为{digits}，下一流水号为{digits}",
                    (s, a) -> s.arranging().counters(a.terminal(0), a.text(1), a.text(2))),
            row(
                    "GiveMasterKey",
                    ARRANGE,
                    "{terminal} has the master key with check value {kcv}",
                    "{terminal}已装校验值为{kcv}的主密钥",
                    (s, a) -> s.arranging().masterKey(a.terminal(0), a.text(1))),
            row(
                    "CloneTerminal",
                    ARRANGE,
                    "{terminal} is a clone of {terminal}",
                    "{terminal}是{terminal}的克隆机",
                    (s, a) -> s.arranging().cloneOf(a.terminal(0), a.terminal(1))),
            row(
                    "CloneTerminalWithKeys",
                    ARRANGE,
                    "{terminal} is a clone of {terminal} with its keys",
                    "{terminal}是{terminal}的克隆机且持有其密钥",
                    (s, a) -> s.arranging().cloneWithKeys(a.terminal(0), a.terminal(1))),
            row(
                            "SetPolicy",
                            ARRANGE,
                            "{actor} follows the policy {setting} = {value}",
                            "{actor}的策略{setting}取值{value}",
                            (s, a) -> s.arranging().policy(a.at(0, ActorRef.class), a.text(1), a.text(2)))
                    .checking(a -> Arranging.requirePolicy(a.at(0, ActorRef.class), a.text(1), a.text(2))),
            row(
                    "WeakenHost",
                    ARRANGE,
                    "the host does not check the {check}",
                    "主机不校验{check}",
                    (s, a) -> s.arranging().weaken(a.at(0, HostCheck.class))),
            row(
                    "RegisterTerminal",
                    ARRANGE,
                    "the host has registered {terminal} as {registration}",
                    "主机将{terminal}登记为{registration}",
                    (s, a) -> s.arranging().register(a.terminal(0), a.at(1, Registration.class))),
            row(
                    "SetDate",
                    ARRANGE,
                    "the run starts on {date} at {clock}",
                    "运行从{date}的{clock}开始",
                    (s, a) -> s.arranging().date(a.at(0, LocalDate.class), a.at(1, LocalTime.class))),
            row(
                    "CheckTerminalState",
                    CHECK,
                    "{terminal} is {tstate}",
                    "{terminal}处于{tstate}状态",
                    (s, a) -> s.checks().state(a.terminal(0), a.at(1, TerminalState.class))),
            row(
                    "CheckBatchAndTrace",
                    CHECK,
                    "{terminal} is at batch {digits} and next trace {digits}",
                    "{terminal}现批次号为{digits}，下一流水号为{digits}",
                    (s, a) -> s.checks().counters(a.terminal(0), a.text(1), a.text(2))),
            row(
                    "CheckJournal",
                    CHECK,
                    "the journal of {terminal} holds {number} transactions",
                    "{terminal}的流水中有{number}笔交易",
                    (s, a) -> s.checks().journal(a.terminal(0), a.number(1))),
            row(
                    "CheckAudit",
                    CHECK,
                    "the security audit lists exactly {text}",
                    "安全审计仅列出{text}",
                    (s, a) -> s.checks().audited(a.text(0))),
            row(
                    "CheckMachines",
                    CHECK,
                    "the host has seen {number} serial numbers under the number of {terminal}",
                    "主机见到{number}个序列号使用{terminal}的终端号",
                    (s, a) -> s.checks().machines(a.terminal(1), a.number(0))));

    private EstateRows() {}
}
