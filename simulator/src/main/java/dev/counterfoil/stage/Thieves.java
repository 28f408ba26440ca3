package dev.counterfoil.stage;

import dev.counterfoil.adversary.LineThief;
import dev.counterfoil.adversary.ThiefEvents;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.verb.ref.KeyRef;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.WireRef;

/** What thieves on lines do, and what comes of it. */
public final class Thieves {
    private static final long ANSWERS_NANOS = 5_000_000_000L;

    private final Stage stage;

    Thieves(Stage stage) {
        this.stage = stage;
    }

    /** @throws EstateProblem if it is no terminal's line */
    static TerminalRef terminal(WireRef wire) {
        TerminalRef terminal = wire.terminal();
        if (terminal == null || wire.line() != WireRef.Line.LINE) {
            throw new EstateProblem("a thief sits on the line of a terminal, not on " + wire.english());
        }
        return terminal;
    }

    /**
     * Sends recorded messages again, and lets the answers come.
     *
     * @throws EstateProblem if the thief has recorded none
     */
    public void replay(WireRef wire, LineThief.Replay replay) {
        long before = stage.world().trace().number();
        tell(wire, new LineThief.SendAgain(replay));
        stage.hands().pass(ANSWERS_NANOS);
        stage.evidence()
                .last(ThiefEvents.EmptyHanded.class, e -> e.number() > before)
                .ifPresent(e -> {
                    throw new EstateProblem("the thief on " + wire.english()
                            + " has recorded no authentication message; have a key downloaded before");
                });
    }

    /** Waits for the next download. */
    public void plant(WireRef wire) {
        tell(wire, new LineThief.Plant(stage.world().keyOfThief(terminal(wire).name())));
    }

    /** The same; he changes nothing that anyone sees. */
    public void read(WireRef wire) {
        tell(wire, new LineThief.Read());
    }

    private void tell(WireRef wire, LineThief.Command command) {
        stage.world().build();
        stage.world().tell(stage.world().thief(terminal(wire).name()), command);
    }

    public void answered(WireRef wire, String code) {
        String terminal = terminal(wire).name();
        stage.expect(
                "the thief answered " + code,
                () -> stage.evidence()
                        .last(
                                ThiefEvents.Answered.class,
                                e -> e.event().terminal().equals(terminal))
                        .map(e ->
                                Look.at(e.event().code().equals(code), e.event().code(), e))
                        .orElseGet(() -> Look.nothing("no answer")));
    }

    public void knows(WireRef wire, KeyRef key) {
        String terminal = terminal(wire).name();
        stage.expect(
                "the thief's key as " + key.english(),
                () -> stage.evidence()
                        .last(
                                ThiefEvents.Planted.class,
                                e -> e.event().terminal().equals(terminal))
                        .map(e -> Look.at(
                                stage.keys().latestPrint(key).equals(e.event().print()), "another key", e))
                        .orElseGet(() -> Look.nothing("he has none")));
    }
}
