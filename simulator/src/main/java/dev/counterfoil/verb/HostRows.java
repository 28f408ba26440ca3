package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARM;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about the host's policy and its scripted answers. */
final class HostRows {
    static final Section HOST_POLICY_AND_SCRIPTED_ANSWERS = Section.of(
            "Host policy and scripted answers",
            "主机策略与脚本应答",
            row("AnswerWith", ARM, "the host answers {message} with {fields}", "主机对{message}应答{fields}"),
            row(
                    "AnswerWithAfter",
                    ARM,
                    "the host answers {message} with {fields} after {duration}",
                    "主机对{message}应答{fields}，延时{duration}"),
            row("AnswerNot", ARM, "the host does not answer {message}", "主机不应答{message}"),
            row("AnswerBytes", ARM, "the host answers {message} with the bytes {hex}", "主机对{message}应答字节{hex}"),
            row("StrangerAnswers", ARM, "a stranger answers {message} with {fields}", "陌生主机对{message}应答{fields}"),
            row("AnswerScript", ARM, "the host answers by this script:", "主机按下列脚本应答：")
                    .with(Column.MESSAGE, Column.FIELDS, Column.AFTER),
            row("SlowDown", ACT, "{party} answers {duration} late", "{party}的应答慢{duration}"));

    private HostRows() {}
}
