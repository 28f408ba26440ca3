package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARRANGE;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.ref.MerchantRef;
import dev.counterfoil.verb.word.Badge;
import dev.counterfoil.verb.word.Invariant;

/** Steps about findings that a scenario declares, the operator, real devices and evidence. */
final class OperatorRows {
    static final Section INVARIANTS_AND_DECLARED_FINDINGS = Section.of(
            "Invariants and declared findings",
            "不变量与声明的发现",
            row(
                    "DeclareFinding",
                    CHECK,
                    "the invariant {invariant} is broken by {transaction}",
                    "不变量{invariant}被{transaction}破坏",
                    (s, a) -> s.checks().finding(a.at(0, Invariant.class), a.transaction(1))),
            row(
                    "DeclareBroken",
                    CHECK,
                    "the invariant {invariant} is broken",
                    "不变量{invariant}被破坏",
                    (s, a) -> s.checks().finding(a.at(0, Invariant.class), null)),
            row(
                    "CheckLoss",
                    CHECK,
                    "{merchant} has lost {money}",
                    "{merchant}损失{money}",
                    (s, a) -> s.backOffice().lost(a.at(0, MerchantRef.class), a.money(1))));

    static final Section OPERATOR_AND_HARDWARE = Section.of(
            "Operator and hardware",
            "操作员与硬件",
            row(
                    "StandIn",
                    ARRANGE,
                    "a real device stands in for {device}",
                    "由真实设备代替{device}",
                    (s, a) -> s.arranging().standIn(a.at(0, Device.class))),
            row(
                    "AskOperator",
                    ACT,
                    "the operator is asked to {text}",
                    "提示操作员{text}",
                    (s, a) -> s.people().askOperator(a.text(0), 0)),
            row(
                    "AskOperatorWithin",
                    ACT,
                    "the operator is asked to {text} within {duration}",
                    "提示操作员{text}，限时{duration}",
                    (s, a) -> s.people().askOperator(a.text(0), a.span(1).nanos())),
            row(
                    "CheckBadge",
                    CHECK,
                    "the report marks {device} as {badge}",
                    "报告将{device}标为{badge}",
                    (s, a) -> s.checks().badge(a.at(0, Device.class), a.at(1, Badge.class))),
            row(
                    "CheckLossNoticed",
                    CHECK,
                    "the loss of {device} is reported within {duration}",
                    "{device}失联后{duration}内有报告",
                    (s, a) -> s.checks()
                            .lossNoticed(a.at(0, Device.class), a.span(1).nanos())));

    static final Section EVIDENCE = Section.of(
            "Evidence",
            "证据",
            row(
                    "CheckPromises",
                    CHECK,
                    "every promised behaviour has a scenario",
                    "每项承诺的行为都有场景",
                    (s, a) -> s.checks().everyPromiseHasScenario()));

    private OperatorRows() {}
}
