package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARM;
import static dev.counterfoil.verb.Row.Nature.ARRANGE;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about lines and the harm done on them. */
final class LineRows {
    static final Section LINES_AND_FAULTS = Section.of(
            "Lines and faults",
            "线路与故障",
            row("SetProfile", ARRANGE, "{wire} has the profile {profile}", "{wire}采用{profile}"),
            row("SetNoise", ARRANGE, "{wire} has a bit error rate of {rate}", "{wire}的误码率为{rate}"),
            row("GoDown", ACT, "{place} goes down", "{place}断开"),
            row("ComeBack", ACT, "{place} comes back", "{place}恢复"),
            row("HarmMessage", ARM, "{message} is {fault}", "{message}{fault}"),
            row("DelayMessage", ARM, "{message} is delayed by {duration}", "{message}延迟{duration}送达"),
            row(
                    "ChangeField",
                    ARM,
                    "{message} is delivered with {field} changed to {value}",
                    "{message}送达时{field}被改为{value}"),
            row("FlipBit", ARM, "{message} is delivered with one bit of {field} flipped", "{message}送达时{field}有一位翻转"),
            row("DropField", ARM, "{message} is delivered without {field}", "{message}送达时缺少{field}"),
            row(
                    "ChangeByte",
                    ARM,
                    "{message} is delivered with byte {number} changed to {hex}",
                    "{message}送达时第{number}字节被改为{hex}"),
            row("Replay", ACT, "{message} is replayed", "{message}被重放"),
            row("Release", ACT, "the held message is delivered", "被扣住的报文放行"),
            row("HealAll", ACT, "all faults end", "所有故障解除"),
            row("CheckRepeats", CHECK, "{wire} has repeated at least {number} frames", "{wire}至少重发{number}帧"),
            row(
                    "CheckBackToWork",
                    CHECK,
                    "{terminal} is back at work within {duration}",
                    "{terminal}在{duration}内恢复正常"));

    private LineRows() {}
}
