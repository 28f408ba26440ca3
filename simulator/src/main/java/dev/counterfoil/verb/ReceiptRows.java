package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about what a terminal prints, sounds and shows. */
final class ReceiptRows {
    static final Section RECEIPTS_TONES_DISPLAY = Section.of(
            "Receipts, tones, display",
            "签购单、提示音与显示",
            row("CheckShows", CHECK, "{device} shows {text}", "{device}显示{text}"),
            row("CheckNotShowed", CHECK, "{device} has never shown {text}", "{device}从未显示{text}"),
            row("CheckShowsCause", CHECK, "{device} shows {text} with cause {cause}", "{device}显示{text}，原因{cause}"),
            row("CheckTone", CHECK, "{terminal} has sounded the {tone} {times}", "{terminal}发出{tone}{times}"),
            row("CheckPrinted", CHECK, "{terminal} has printed the {slip} {times}", "{terminal}打印{slip}{times}"),
            row(
                    "CheckSlipText",
                    CHECK,
                    "the last {slip} of {terminal} reads {text}",
                    "最后一张{slip}（{terminal}）上印有{text}"),
            row("CheckSlipLines", CHECK, "the last {slip} of {terminal} reads:", "最后一张{slip}（{terminal}）上印有：")
                    .with(Column.ITEM, Column.TEXT),
            row("CheckSlipBefore", CHECK, "the {slip} was printed before {message}", "{slip}先于{message}打印"),
            row("CheckMasked", CHECK, "every slip of {terminal} masks the card number", "{terminal}的所有签购单均屏蔽卡号"));

    private ReceiptRows() {}
}
