package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARRANGE;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.adversary.LineThief.Replay;
import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.WireRef;

/** Steps about men in the middle of a terminal's line. */
final class ThiefRows {
    static final Section THIEVES_ON_LINES = Section.of(
            "Thieves on lines",
            "线路上的窃贼",
            row(
                    "TapLine",
                    ARRANGE,
                    "a thief listens on {wire}",
                    "窃贼窃听{wire}",
                    (s, a) -> s.arranging().tap(a.at(0, WireRef.class))),
            row(
                    "ReplayProof",
                    ACT,
                    "the thief on {wire} replays the authentication message",
                    "{wire}上的窃贼重放认证报文",
                    (s, a) -> s.thieves().replay(a.at(0, WireRef.class), Replay.PROOF)),
            row(
                    "TakeKey",
                    ACT,
                    "the thief on {wire} asks for another master key",
                    "{wire}上的窃贼冒领另一个主密钥",
                    (s, a) -> s.thieves().replay(a.at(0, WireRef.class), Replay.KEY)),
            row(
                    "TakeKeyAndConfirm",
                    ACT,
                    "the thief on {wire} asks for another master key and confirms it",
                    "{wire}上的窃贼冒领另一个主密钥并确认",
                    (s, a) -> s.thieves().replay(a.at(0, WireRef.class), Replay.RESULT)),
            row(
                    "PlantKey",
                    ACT,
                    "the thief on {wire} waits to plant a master key of his own",
                    "{wire}上的窃贼伺机植入自己的主密钥",
                    (s, a) -> s.thieves().plant(a.at(0, WireRef.class))),
            row(
                    "ReadKey",
                    ACT,
                    "the thief on {wire} waits to read the master key",
                    "{wire}上的窃贼伺机窃取主密钥",
                    (s, a) -> s.thieves().read(a.at(0, WireRef.class))),
            row(
                    "CheckThiefAnswered",
                    CHECK,
                    "the thief on {wire} was last answered {rc}",
                    "{wire}上的窃贼最后得到应答码{rc}",
                    (s, a) -> s.thieves().answered(a.at(0, WireRef.class), a.text(1))),
            row(
                    "CheckThiefKnows",
                    CHECK,
                    "the thief on {wire} knows {keyref}",
                    "{wire}上的窃贼知道{keyref}",
                    (s, a) -> s.thieves().knows(a.at(0, WireRef.class), a.key(1))));

    private ThiefRows() {}
}
