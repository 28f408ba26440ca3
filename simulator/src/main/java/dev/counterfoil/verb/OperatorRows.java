package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARRANGE;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about findings that a scenario declares, the operator, real devices and evidence. */
final class OperatorRows {
    static final Section INVARIANTS_AND_DECLARED_FINDINGS = Section.of(
            "Invariants and declared findings",
            "不变量与声明的发现",
            row(
                    "DeclareFinding",
                    CHECK,
                    "the invariant {invariant} is broken by {transaction}",
                    "不变量{invariant}被{transaction}破坏"),
            row("DeclareBroken", CHECK, "the invariant {invariant} is broken", "不变量{invariant}被破坏"));

    static final Section OPERATOR_AND_HARDWARE = Section.of(
            "Operator and hardware",
            "操作员与硬件",
            row("StandIn", ARRANGE, "a real device stands in for {device}", "由真实设备代替{device}"),
            row("AskOperator", ACT, "the operator is asked to {text}", "提示操作员{text}"),
            row(
                    "AskOperatorWithin",
                    ACT,
                    "the operator is asked to {text} within {duration}",
                    "提示操作员{text}，限时{duration}"),
            row("CheckBadge", CHECK, "the report marks {device} as {badge}", "报告将{device}标为{badge}"),
            row(
                    "CheckLossNoticed",
                    CHECK,
                    "the loss of {device} is reported within {duration}",
                    "{device}失联后{duration}内有报告"));

    static final Section EVIDENCE = Section.of(
            "Evidence", "证据", row("CheckPromises", CHECK, "every promised behaviour has a scenario", "每项承诺的行为都有场景"));

    private OperatorRows() {}
}
