package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about the passing of time. */
final class TimeRows {
    static final Section TIME = Section.of(
            "Time",
            "时间",
            row("PassTime", ACT, "{duration} later", "过{duration}"),
            row("ReachTime", ACT, "the clock reaches {clock}", "时钟走到{clock}"),
            row("Rest", ACT, "the shop comes to rest", "一切静止"),
            row(
                    "CheckApart",
                    CHECK,
                    "{message} and {message} are {duration} apart",
                    "{message}与{message}相隔{duration}"));

    private TimeRows() {}
}
