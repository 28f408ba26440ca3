package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARM;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.stage.MessageChecks;
import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.FieldCondition;
import dev.counterfoil.verb.ref.FieldConditions;
import dev.counterfoil.verb.word.Secret;
import java.util.ArrayList;
import java.util.List;

/** Steps about messages on the wire. */
final class MessageRows {
    static final Section MESSAGES_ON_THE_WIRE = Section.of(
            "Messages on the wire",
            "线路上的报文",
            row(
                    "SendWith",
                    ARM,
                    "{message} is sent with {fields}",
                    "{message}发出时{fields}",
                    (s, a) -> s.arming().sendWith(a.message(0), a.fields(1))),
            row(
                    "SendBytes",
                    ACT,
                    "{terminal} sends the bytes {hex}",
                    "{terminal}发送字节{hex}",
                    (s, a) -> s.hands().sendBytes(a.terminal(0), Hex.bytes(a.text(1)))),
            row(
                    "CheckNext",
                    CHECK,
                    "the next message of {terminal} is a {mti}",
                    "{terminal}的下一笔报文是{mti}",
                    (s, a) -> s.messageChecks().next(a.terminal(0), a.text(1), null)),
            row(
                    "CheckNextWith",
                    CHECK,
                    "the next message of {terminal} is a {mti} with {fields}",
                    "{terminal}的下一笔报文是{mti}，{fields}",
                    (s, a) -> s.messageChecks().next(a.terminal(0), a.text(1), a.fields(2))),
            row(
                    "CheckFields",
                    CHECK,
                    "{message} has {fields}",
                    "{message}中{fields}",
                    (s, a) -> s.messageChecks().fields(a.message(0), a.fields(1))),
            row(
                            "CheckFieldTable",
                            CHECK,
                            "{message} has these fields:",
                            "{message}含以下域：",
                            (s, a) -> s.messageChecks().fields(a.message(0), conditions(a.rows())))
                    .with(Column.FIELD, Column.VALUE),
            row(
                    "CheckSent",
                    CHECK,
                    "{terminal} has sent {mti} {times}",
                    "{terminal}发出{mti}共{times}",
                    (s, a) -> s.messageChecks().sentTimes(a.terminal(0), a.text(1), a.number(2))),
            row(
                            "CheckSentInOrder",
                            CHECK,
                            "{terminal} has sent in this order:",
                            "{terminal}依次发出：",
                            (s, a) -> s.messageChecks().sentInOrder(a.terminal(0), expected(a.rows())))
                    .with(Column.MESSAGE, Column.FIELDS),
            row(
                    "CheckSentNothing",
                    CHECK,
                    "{terminal} has sent nothing",
                    "{terminal}未发出任何报文",
                    (s, a) -> s.messageChecks().sentNothing(a.terminal(0))),
            row(
                    "CheckSentBefore",
                    CHECK,
                    "{message} was sent before {message}",
                    "{message}先于{message}发出",
                    (s, a) -> s.messageChecks().sentBefore(a.message(0), a.message(1))),
            row(
                    "CheckMac",
                    CHECK,
                    "{message} has a good MAC",
                    "{message}的MAC正确",
                    (s, a) -> s.messageChecks().macGood(a.message(0))),
            row(
                    "CheckNotClear",
                    CHECK,
                    "no wire carries {secret} in clear",
                    "所有线路上均无明文{secret}",
                    (s, a) -> s.keys().notInClear(a.at(0, Secret.class))));

    private MessageRows() {}

    private static FieldConditions conditions(Table table) {
        List<FieldCondition> conditions = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            conditions.add(new FieldCondition.Holds(table.text(i, Column.FIELD), table.text(i, Column.VALUE), false));
        }
        return new FieldConditions(conditions);
    }

    private static List<MessageChecks.Expected> expected(Table table) {
        List<MessageChecks.Expected> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            rows.add(new MessageChecks.Expected(
                    table.text(i, Column.MESSAGE), (FieldConditions) table.cell(i, Column.FIELDS)));
        }
        return rows;
    }
}
