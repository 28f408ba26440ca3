package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.svg.ScaleStrip;
import dev.counterfoil.reports.svg.SequenceDiagram;

/** The sequence of a failure: to scale, then message by message. */
final class Flow {
    private Flow() {}

    static void write(Html html, Context context, Context.Chapter chapter) {
        Parts.heading(html, chapter.id("flow"), "Sequence", "");
        html.element(
                "p",
                "First to scale, then message by message. Every arrow leads to its line in the wire log; "
                        + "the number at the left is the step.");
        html.open("div", "class", "card");
        Parts.scroll(html, "Scenario to scale");
        ScaleStrip.draw(html, chapter.scenario());
        html.close();
        Parts.scroll(html, "Sequence diagram");
        SequenceDiagram.draw(html, context.run(), chapter.scenario(), chapter.prefix());
        html.close();
        legend(html);
        html.close();
    }

    private static void legend(Html html) {
        html.open("div", "class", "leg");
        html.open("span").element("b", "━▶", "class", "la").text(" ISO 8583").close();
        html.element("span", "─▶ panel, PIN pad, HSM");
        html.element("span", "━━✕ ┄ lost", "class", "warn");
        html.element("span", "↯ fault struck", "class", "warn");
        html.element("span", "● key used inside its module", "class", "lk");
        html.element("span", "▭ posted in the ledger", "class", "ok");
        html.element("span", "▭ first departure", "class", "fx");
        html.close();
    }
}
