package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Masking;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.FailureDetail;
import dev.counterfoil.reports.model.MacWorking;
import java.util.ArrayList;
import java.util.List;

/** How F64 was made, block by block, for one message or for two that are compared. */
final class MacCards {
    private static final int BLOCK_DIGITS = 16;

    private final Html html;
    private final Context.Chapter chapter;
    private final FailureDetail detail;
    private final List<Shown> shown = new ArrayList<>();

    private MacCards(Html html, Context.Chapter chapter, FailureDetail detail) {
        this.html = html;
        this.chapter = chapter;
        this.detail = detail;
        detail.macs().stream().limit(2).forEach(m -> shown.add(Shown.of(m, html.masking())));
    }

    static void write(Html html, Context.Chapter chapter, FailureDetail detail) {
        new MacCards(html, chapter, detail).write();
    }

    private void write() {
        html.open("div", "class", "two rv").open("div", "class", "card");
        html.open("h3").text("MAC input").chinese("报文鉴别").close();
        Parts.scroll(html, "MAC input, byte by byte").open("table", "class", "mab mono");
        html.open("thead").open("tr").element("th", "at", "scope", "col");
        for (Shown one : shown) {
            MacWorking working = one.working();
            String number = working.messageNumber() == 0 ? "" : "#" + working.messageNumber() + " ";
            html.element("th", number + working.caption(), "scope", "col");
        }
        html.element("th", "fields", "scope", "col").close().close().open("tbody");
        blocks();
        sum("⊕", shown.stream().map(Shown::fold).toList(), "all blocks folded");
        sum("E", shown.stream().map(s -> s.working().firstHex()).toList(), "first 8 characters of ⊕ enciphered");
        sum("X", shown.stream().map(Shown::second).toList(), "E folded with the last 8");
        sum("R", shown.stream().map(s -> s.working().resultHex()).toList(), "X enciphered");
        html.open("tr", "class", "sum").element("th", "F64", "scope", "row");
        shown.forEach(s -> html.open("td").verbatim(s.working().f64()).close());
        html.element("td", "first 8 characters of R").close();
        html.close().close().close().close();
        notes();
        html.close();
    }

    private void blocks() {
        int most = shown.stream().mapToInt(s -> s.blocks().size()).max().orElse(0);
        for (int i = 0; i < most; i++) {
            Shown first = shown.get(0);
            boolean differs =
                    shown.size() > 1 && !first.block(i).equals(shown.get(1).block(i));
            html.open("tr", "class", differs ? "diff" : "");
            html.element("th", Words.format("%03d", i * 8), "scope", "row");
            for (int column = 0; column < shown.size(); column++) {
                html.open("td");
                if (column > 0 && !differs) {
                    html.element("span", "same", "class", "no");
                } else {
                    bytes(shown.get(column), i, differs ? shown.get(1 - column).block(i) : "");
                }
                html.close();
            }
            html.element("td", first.fields(i)).close();
        }
    }

    private void bytes(Shown one, int index, String other) {
        String block = one.block(index);
        int padding = index + 1 == one.blocks().size() ? one.working().paddingBytes() : 0;
        for (int i = 0; i + 1 < block.length(); i += 2) {
            String pair = block.substring(i, i + 2);
            html.raw(i == 0 ? "" : " ");
            if (!other.isEmpty() && !other.startsWith(pair, i)) {
                html.element("b", pair);
            } else if (i >= BLOCK_DIGITS - padding * 2) {
                html.element("i", pair);
            } else {
                html.verbatim(pair);
            }
        }
    }

    private void sum(String name, List<String> values, String meaning) {
        if (values.stream().allMatch(String::isEmpty)) {
            return;
        }
        html.open("tr", "class", "sum").element("th", name, "scope", "row");
        values.forEach(v -> html.open("td").verbatim(Words.groups(v, 2)).close());
        html.element("td", meaning).close();
    }

    private void notes() {
        MacWorking first = shown.get(0).working();
        html.open("div", "class", "card why1").element("h3", "How F64 was made");
        html.open("p")
                .text("UnionPay ECB: MTI to the last field before F64, with bit 64 set, padded with zeros to "
                        + first.blocks().size() * 8 + " bytes, folded by XOR into 8 bytes, written as 16 hex digits, "
                        + "enciphered twice under " + first.keyName() + " ");
        html.open("code")
                .text("check value ")
                .verbatim(first.keyCheckValue())
                .close()
                .text(".")
                .close();
        int messages = chapter.scenario().recording().messages().size();
        for (String note : detail.macNotes()) {
            html.open("p");
            Prose.linked(html, note, chapter.prefix(), messages);
            html.close();
        }
        if (shown.stream().anyMatch(s -> s.fold().indexOf(Masking.HIDDEN) >= 0)) {
            html.element(
                    "p",
                    "Dots hide digits of the card number, in the input, in the folded block and in X, "
                            + "which would give them away.");
        }
        html.close();
    }

    /** A working with everything hidden that would give card digits back. */
    private record Shown(MacWorking working, List<String> blocks, String fold, String second) {
        static Shown of(MacWorking working, Masking masking) {
            StringBuilder input = new StringBuilder();
            working.blocks().forEach(b -> input.append(b.hex()));
            String masked = masking.hex(input.toString());
            List<String> blocks = new ArrayList<>();
            for (int i = 0; i < masked.length(); i += BLOCK_DIGITS) {
                blocks.add(masked.substring(i, Math.min(masked.length(), i + BLOCK_DIGITS)));
            }
            String fold = Masking.fold(working.foldHex(), blocks);
            return new Shown(working, blocks, fold, Masking.second(working.xorHex(), fold));
        }

        String block(int index) {
            return index < blocks.size() ? blocks.get(index) : "";
        }

        String fields(int index) {
            return index < working.blocks().size() ? working.blocks().get(index).fields() : "";
        }
    }
}
