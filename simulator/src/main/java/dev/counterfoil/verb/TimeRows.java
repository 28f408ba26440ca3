package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;
import java.time.LocalTime;

/** Steps about the passing of time. */
final class TimeRows {
    static final Section TIME = Section.of(
            "Time",
            "时间",
            row(
                    "PassTime",
                    ACT,
                    "{duration} later",
                    "过{duration}",
                    (s, a) -> s.hands().pass(a.span(0).nanos())),
            row(
                    "ReachTime",
                    ACT,
                    "the clock reaches {clock}",
                    "时钟走到{clock}",
                    (s, a) -> s.hands().reach(a.at(0, LocalTime.class))),
            row(
                    "Rest",
                    ACT,
                    "the shop comes to rest",
                    "一切静止",
                    (s, a) -> s.hands().rest()),
            row(
                    "CheckApart",
                    CHECK,
                    "{message} and {message} are {duration} apart",
                    "{message}与{message}相隔{duration}",
                    (s, a) -> s.messageChecks()
                            .apart(a.message(0), a.message(1), a.span(2).nanos())));

    private TimeRows() {}
}
