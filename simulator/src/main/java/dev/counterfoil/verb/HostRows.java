package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARM;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.stage.Stage;
import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.FieldConditions;
import dev.counterfoil.verb.ref.MessageRef;
import dev.counterfoil.verb.ref.PartyRef;
import dev.counterfoil.verb.ref.Span;

/** Steps about the host's policy and its scripted answers. */
final class HostRows {
    static final Section HOST_POLICY_AND_SCRIPTED_ANSWERS = Section.of(
            "Host policy and scripted answers",
            "主机策略与脚本应答",
            row(
                    "AnswerWith",
                    ARM,
                    "the host answers {message} with {fields}",
                    "主机对{message}应答{fields}",
                    (s, a) -> s.arming().answerWith(a.message(0), a.fields(1), 0)),
            row(
                    "AnswerWithAfter",
                    ARM,
                    "the host answers {message} with {fields} after {duration}",
                    "主机对{message}应答{fields}，延时{duration}",
                    (s, a) -> s.arming()
                            .answerWith(a.message(0), a.fields(1), a.span(2).nanos())),
            row(
                    "AnswerNot",
                    ARM,
                    "the host does not answer {message}",
                    "主机不应答{message}",
                    (s, a) -> s.arming().answerNot(a.message(0))),
            row(
                    "AnswerBytes",
                    ARM,
                    "the host answers {message} with the bytes {hex}",
                    "主机对{message}应答字节{hex}",
                    (s, a) -> s.arming().answerBytes(a.message(0), Hex.bytes(a.text(1)))),
            row(
                    "StrangerAnswers",
                    ARM,
                    "a stranger answers {message} with {fields}",
                    "陌生主机对{message}应答{fields}",
                    (s, a) -> s.arming().strangerAnswers(a.message(0), a.fields(1))),
            row("AnswerScript", ARM, "the host answers by this script:", "主机按下列脚本应答：", (s, a) -> script(s, a.rows()))
                    .with(Column.MESSAGE, Column.FIELDS, Column.AFTER),
            row(
                    "SlowDown",
                    ACT,
                    "{party} answers {duration} late",
                    "{party}的应答慢{duration}",
                    (s, a) -> s.hands()
                            .slowDown(a.at(0, PartyRef.class), a.span(1).nanos())));

    private HostRows() {}

    private static void script(Stage stage, Table table) {
        for (int i = 0; i < table.size(); i++) {
            Object message = table.cell(i, Column.MESSAGE);
            MessageRef request = message instanceof MessageRef ref ? ref : MessageRef.parse("the next " + message);
            FieldConditions fields = (FieldConditions) table.cell(i, Column.FIELDS);
            Span after = (Span) table.cell(i, Column.AFTER);
            if (fields == null) {
                stage.arming().answerNot(request);
            } else {
                stage.arming().answerWith(request, fields, after == null ? 0 : after.nanos());
            }
        }
    }
}
