package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.KeyLife;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.svg.KeyTimeline;
import java.util.List;
import java.util.stream.Collectors;

/** The lives of the keys of one scenario, drawn and as a table. No value, check values only. */
final class KeyChapter {
    private final Html html;
    private final Context context;
    private final ScenarioReport scenario;
    private final int number;

    private KeyChapter(Html html, Context context, int number) {
        this.html = html;
        this.context = context;
        this.scenario = context.scenario(number);
        this.number = number;
    }

    /**
     * The number of the scenario whose keys are shown: the first that failed and had keys, else the one in which most
     * happened to keys; 0 when no scenario had one.
     */
    static int chosen(Context context) {
        for (Context.Chapter chapter : context.chapters()) {
            if (!chapter.scenario().recording().keys().isEmpty()) {
                return chapter.scenarioNumber();
            }
        }
        int best = 0;
        int most = 0;
        for (int i = 1; i <= context.scenarioCount(); i++) {
            int events = context.scenario(i).recording().keys().stream()
                    .mapToInt(KeyChapter::events)
                    .sum();
            if (events > most) {
                most = events;
                best = i;
            }
        }
        return best;
    }

    /** How much happened to a key; being made somewhere is one thing, and so is its end. */
    private static int events(KeyLife key) {
        int ended = key.ending() == KeyLife.Ending.IN_USE ? 0 : 1;
        return 1 + key.usesNanos().size() + 2 * key.freezes().size() + ended;
    }

    static void write(Html html, Context context) {
        int number = chosen(context);
        if (number > 0) {
            new KeyChapter(html, context, number).write();
        }
    }

    private void write() {
        List<KeyLife> keys = scenario.recording().keys();
        Parts.heading(html, "keys", "Key timeline", "");
        String places = keys.stream().map(KeyLife::place).distinct().collect(Collectors.joining(", "));
        html.open("p").text("Keys in " + places + ", in ");
        html.element("a", scenario.head().name().en(), "href", "#s" + number);
        html.text(": birth, use, freeze, loss and end of every key. Check values only; no key value exists in this "
                + "report or its files.");
        html.close().open("div", "class", "card");
        Parts.scroll(html, "Key timeline");
        KeyTimeline.draw(html, scenario);
        html.close();
        legend();
        Exposures.write(html, context, number);
        html.open("details", "class", "kd")
                .element("summary", "All " + Words.count(keys.size(), "key") + " as a table");
        table(keys);
        html.close().close();
    }

    private void legend() {
        html.open("div", "class", "leg").element("span", "◆ birth").element("span", "▏use");
        html.element("span", "▨ frozen", "class", "lz")
                .element("span", "■ end")
                .element("span", "✕ lost", "class", "fx");
        html.close();
    }

    private void table(List<KeyLife> keys) {
        Parts.scroll(html, "Keys").open("table", "class", "kyt");
        Parts.head(html, "Key", "Place", "Check value", "Born", "Loaded", ">Uses", "Frozen", "End", "Why");
        html.open("tbody");
        for (KeyLife key : keys) {
            html.open("tr")
                    .open("th", "scope", "row")
                    .text(key.key())
                    .chinese(key.zh())
                    .close();
            html.element("td", key.place())
                    .open("td", "class", "mono")
                    .verbatim(key.checkValue())
                    .close();
            html.element("td", time(key.bornNanos()) + (key.bornAt().isEmpty() ? "" : " in " + key.bornAt()));
            html.element("td", time(key.loadedNanos()))
                    .element("td", key.usesNanos().size() + "", "class", "num");
            html.element(
                    "td",
                    Parts.orDash(key.freezes().stream()
                            .map(f -> "▨ " + time(f.fromNanos()) + "–" + time(f.toNanos()) + " " + f.why())
                            .collect(Collectors.joining("; "))));
            end(key);
            html.close();
        }
        html.close().close().close();
    }

    private void end(KeyLife key) {
        boolean inUse = key.ending() == KeyLife.Ending.IN_USE;
        html.open("td");
        html.element("span", inUse ? key.ending().word() : time(key.endNanos()), "class", inUse ? "ok" : "")
                .close();
        String glyph = key.ending() == KeyLife.Ending.LOST ? "✕ " : "■ ";
        String why = inUse ? "–" : glyph + key.ending().word() + (key.why().isEmpty() ? "" : ": " + key.why());
        html.element("td", why, "class", key.ending() == KeyLife.Ending.LOST ? "fx" : "");
    }

    private String time(long timeNanos) {
        return scenario.time().virtualNanos() > 43_200_000_000_000L
                ? Words.day(scenario.time().at(timeNanos))
                : Words.second(scenario.time().at(timeNanos));
    }
}
