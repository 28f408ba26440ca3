package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARM;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about messages on the wire. */
final class MessageRows {
    static final Section MESSAGES_ON_THE_WIRE = Section.of(
            "Messages on the wire",
            "线路上的报文",
            row("SendWith", ARM, "{message} is sent with {fields}", "{message}发出时{fields}"),
            row("SendBytes", ACT, "{terminal} sends the bytes {hex}", "{terminal}发送字节{hex}"),
            row("CheckNext", CHECK, "the next message of {terminal} is a {mti}", "{terminal}的下一笔报文是{mti}"),
            row(
                    "CheckNextWith",
                    CHECK,
                    "the next message of {terminal} is a {mti} with {fields}",
                    "{terminal}的下一笔报文是{mti}，{fields}"),
            row("CheckFields", CHECK, "{message} has {fields}", "{message}中{fields}"),
            row("CheckFieldTable", CHECK, "{message} has these fields:", "{message}含以下域：")
                    .with(Column.FIELD, Column.VALUE),
            row("CheckSent", CHECK, "{terminal} has sent {mti} {times}", "{terminal}发出{mti}共{times}"),
            row("CheckSentInOrder", CHECK, "{terminal} has sent in this order:", "{terminal}依次发出：")
                    .with(Column.MESSAGE, Column.FIELDS),
            row("CheckSentNothing", CHECK, "{terminal} has sent nothing", "{terminal}未发出任何报文"),
            row("CheckSentBefore", CHECK, "{message} was sent before {message}", "{message}先于{message}发出"),
            row("CheckMac", CHECK, "{message} has a good MAC", "{message}的MAC正确"),
            row("CheckNotClear", CHECK, "no wire carries {secret} in clear", "所有线路上均无明文{secret}"));

    private MessageRows() {}
}
