package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARM;
import static dev.counterfoil.verb.Row.Nature.ARRANGE;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.Place;
import dev.counterfoil.verb.ref.Profile;
import dev.counterfoil.verb.ref.WireRef;
import dev.counterfoil.verb.word.Harm;

/** Steps about lines and the harm done on them. */
final class LineRows {
    static final Section LINES_AND_FAULTS = Section.of(
            "Lines and faults",
            "线路与故障",
            row(
                    "SetProfile",
                    ARRANGE,
                    "{wire} has the profile {profile}",
                    "{wire}采用{profile}",
                    (s, a) -> s.arranging().profile(a.at(0, WireRef.class), a.at(1, Profile.class))),
            row(
                    "SetNoise",
                    ARRANGE,
                    "{wire} has a bit error rate of {rate}",
                    "{wire}的误码率为{rate}",
                    (s, a) -> s.arranging().noise(a.at(0, WireRef.class), Double.parseDouble(a.text(1)))),
            row(
                    "GoDown",
                    ACT,
                    "{place} goes down",
                    "{place}断开",
                    (s, a) -> s.hands().goDown(a.at(0, Place.class))),
            row(
                    "ComeBack",
                    ACT,
                    "{place} comes back",
                    "{place}恢复",
                    (s, a) -> s.hands().comeBack(a.at(0, Place.class))),
            row(
                    "HarmMessage",
                    ARM,
                    "{message} is {fault}",
                    "{message}{fault}",
                    (s, a) -> s.arming().harm(a.message(0), a.at(1, Harm.class))),
            row(
                    "DelayMessage",
                    ARM,
                    "{message} is delayed by {duration}",
                    "{message}延迟{duration}送达",
                    (s, a) -> s.arming()
                            .delay(a.message(0), a.span(1).nanos(), a.span(1).english())),
            row(
                    "ChangeField",
                    ARM,
                    "{message} is delivered with {field} changed to {value}",
                    "{message}送达时{field}被改为{value}",
                    (s, a) -> s.arming().change(a.message(0), a.text(1), a.text(2))),
            row(
                    "FlipBit",
                    ARM,
                    "{message} is delivered with one bit of {field} flipped",
                    "{message}送达时{field}有一位翻转",
                    (s, a) -> s.arming().flipBit(a.message(0), a.text(1))),
            row(
                    "DropField",
                    ARM,
                    "{message} is delivered without {field}",
                    "{message}送达时缺少{field}",
                    (s, a) -> s.arming().drop(a.message(0), a.text(1))),
            row(
                    "ChangeByte",
                    ARM,
                    "{message} is delivered with byte {number} changed to {hex}",
                    "{message}送达时第{number}字节被改为{hex}",
                    (s, a) -> s.arming().changeByte(a.message(0), a.number(1), Hex.bytes(a.text(2)))),
            row(
                    "Replay",
                    ACT,
                    "{message} is replayed",
                    "{message}被重放",
                    (s, a) -> s.hands().replay(a.message(0))),
            row(
                    "ReplayThrough",
                    ACT,
                    "{message} is replayed through {terminal}",
                    "{message}经{terminal}的线路被重放",
                    (s, a) -> s.hands().replayThrough(a.message(0), a.terminal(1))),
            row(
                    "Release",
                    ACT,
                    "the held message is delivered",
                    "被扣住的报文放行",
                    (s, a) -> s.hands().release()),
            row("HealAll", ACT, "all faults end", "所有故障解除", (s, a) -> s.hands().heal()),
            row(
                    "CheckRepeats",
                    CHECK,
                    "{wire} has repeated at least {number} frames",
                    "{wire}至少重发{number}帧",
                    (s, a) -> s.checks().repeated(a.at(0, WireRef.class), a.number(1))),
            row(
                    "CheckBackToWork",
                    CHECK,
                    "{terminal} is back at work within {duration}",
                    "{terminal}在{duration}内恢复正常",
                    (s, a) -> s.checks().backToWork(a.terminal(0), a.span(1).nanos())));

    private LineRows() {}
}
