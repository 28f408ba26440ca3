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
