package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.stage.Stage;
import dev.counterfoil.stage.inspection.InspectionChecks;
import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about inspections of terminals. */
final class InspectionRows {
    static final Section INSPECTIONS = Section.of(
            "Inspections",
            "巡检",
            row(
                    "Inspect",
                    ACT,
                    "{person} inspects {terminal} with {managercard}",
                    "{person}巡检{terminal}，使用{managercard}",
                    (s, a) -> s.people().inspect(a.person(0), a.terminal(1), a.card(2))),
            row(
                    "BindMerchant",
                    ACT,
                    "the host binds {terminal} to merchant number {digits}",
                    "主机把{terminal}绑定到商户编号{digits}",
                    (s, a) -> s.hands().bind(a.terminal(0), a.text(1))),
            row(
                    "CheckGrade",
                    CHECK,
                    "the last inspection of {terminal} is graded {value}",
                    "{terminal}最近一次巡检的等级为{value}",
                    (s, a) -> checks(s).graded(a.terminal(0), a.text(1))),
            row(
                    "CheckInspections",
                    CHECK,
                    "{terminal} has been inspected {times}",
                    "{terminal}已巡检{times}",
                    (s, a) -> checks(s).count(a.terminal(0), a.number(1))),
            row(
                    "CheckReportsWaiting",
                    CHECK,
                    "{terminal} holds {number} inspection reports to be sent",
                    "{terminal}有{number}份待上送的巡检报告",
                    (s, a) -> checks(s).waiting(a.terminal(0), a.number(1))),
            row(
                    "CheckWorkOrder",
                    CHECK,
                    "the work order for {terminal} holds a download and an inspection",
                    "{terminal}的工单记有下载和巡检的结果",
                    (s, a) -> checks(s).bothResults(a.terminal(0))),
            row(
                    "CheckBound",
                    CHECK,
                    "the host holds {terminal} under merchant number {digits}",
                    "主机中{terminal}的商户编号为{digits}",
                    (s, a) -> checks(s).boundTo(a.terminal(0), a.text(1))),
            row(
                    "CheckInspectionTally",
                    CHECK,
                    "the report counts the inspections as {text}",
                    "报告中的巡检统计为{text}",
                    (s, a) -> checks(s).tallied(a.text(0))),
            row(
                    "CheckDeskNote",
                    CHECK,
                    "the service desk of {terminal} has noted {text}",
                    "{terminal}的服务台已登记{text}",
                    (s, a) -> checks(s).deskNoted(a.terminal(0), a.text(1))));

    private InspectionRows() {}

    private static InspectionChecks checks(Stage stage) {
        return new InspectionChecks(stage);
    }
}
