package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.stage.Stage;
import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.word.Slip;
import dev.counterfoil.verb.word.SlipItem;
import dev.counterfoil.verb.word.Tone;
import java.util.List;

/** Steps about what a terminal prints, sounds and shows. */
final class ReceiptRows {
    static final Section RECEIPTS_TONES_DISPLAY = Section.of(
            "Receipts, tones, display",
            "签购单、提示音与显示",
            row(
                    "CheckShows",
                    CHECK,
                    "{device} shows {text}",
                    "{device}显示{text}",
                    (s, a) -> s.panels().shows(a.at(0, Device.class), a.text(1), null)),
            row(
                    "CheckNotShowed",
                    CHECK,
                    "{device} has never shown {text}",
                    "{device}从未显示{text}",
                    (s, a) -> s.panels().neverShowed(a.at(0, Device.class), a.text(1))),
            row(
                    "CheckShowsCause",
                    CHECK,
                    "{device} shows {text} with cause {cause}",
                    "{device}显示{text}，原因{cause}",
                    (s, a) -> s.panels().shows(a.at(0, Device.class), a.text(1), a.text(2))),
            row(
                    "CheckTone",
                    CHECK,
                    "{terminal} has sounded the {tone} {times}",
                    "{terminal}发出{tone}{times}",
                    (s, a) -> s.panels().sounded(a.terminal(0), a.at(1, Tone.class), a.number(2))),
            row(
                    "CheckPrinted",
                    CHECK,
                    "{terminal} has printed the {slip} {times}",
                    "{terminal}打印{slip}{times}",
                    (s, a) -> s.panels().printed(a.terminal(0), a.at(1, Slip.class), a.number(2))),
            row(
                    "CheckSlipText",
                    CHECK,
                    "the last {slip} of {terminal} reads {text}",
                    "最后一张{slip}（{terminal}）上印有{text}",
                    (s, a) -> s.panels().slipReads(a.at(0, Slip.class), a.terminal(1), a.text(2))),
            row(
                            "CheckSlipLines",
                            CHECK,
                            "the last {slip} of {terminal} reads:",
                            "最后一张{slip}（{terminal}）上印有：",
                            (s, a) -> lines(s, a))
                    .with(Column.ITEM, Column.TEXT),
            row(
                    "CheckSlipBefore",
                    CHECK,
                    "the {slip} was printed before {message}",
                    "{slip}先于{message}打印",
                    (s, a) -> s.panels().slipBefore(a.at(0, Slip.class), a.message(1))),
            row(
                    "CheckMasked",
                    CHECK,
                    "every slip of {terminal} masks the card number",
                    "{terminal}的所有签购单均屏蔽卡号",
                    (s, a) -> s.panels().masked(a.terminal(0))));

    private ReceiptRows() {}

    private static void lines(Stage stage, Args args) {
        Table table = args.rows();
        List<SlipItem> items = table.column(Column.ITEM, SlipItem.class);
        for (int i = 0; i < table.size(); i++) {
            stage.panels().slipLine(args.at(0, Slip.class), args.terminal(1), items.get(i), table.text(i, Column.TEXT));
        }
    }
}
