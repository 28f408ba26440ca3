package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.Catalogue.Behaviour;
import dev.counterfoil.reports.model.FailureDetail;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.reports.model.ScenarioHead;
import dev.counterfoil.reports.model.ScenarioReport;
import java.util.List;
import java.util.Optional;

/** The chapter of one failure: what failed, what broke first, how to run it again, and all its messages. */
final class FailureChapter {
    private final Html html;
    private final Context context;
    private final Context.Chapter chapter;
    private final ScenarioReport scenario;

    private FailureChapter(Html html, Context context, Context.Chapter chapter) {
        this.html = html;
        this.context = context;
        this.chapter = chapter;
        this.scenario = chapter.scenario();
    }

    static void write(Html html, Context context, Context.Chapter chapter) {
        new FailureChapter(html, context, chapter).write();
    }

    private void write() {
        ScenarioHead head = scenario.head();
        html.open("h2", "id", chapter.id("failure"), "class", "fh")
                .text("✗ " + head.name().en());
        html.chinese(head.name().zh()).close();
        html.element("p", facts());
        FailureDetail detail = scenario.failure();
        html.open("div", "class", "two").open("div", "class", "card").element("h3", "Steps");
        if (!scenario.reason().isEmpty()) {
            html.element("p", scenario.reason(), "class", "rs");
        }
        Steps.inFull(html, scenario, chapter.prefix());
        html.close().open("div");
        if (detail != null) {
            departures(detail);
        }
        again();
        if (detail != null) {
            stands(detail);
        }
        html.close().close();
        if (detail != null && !detail.columns().isEmpty()) {
            Matrix.write(html, chapter, detail.columns());
        }
        if (detail != null && !detail.macs().isEmpty()) {
            MacCards.write(html, chapter, detail);
        }
        if (!scenario.recording().messages().isEmpty()) {
            Flow.write(html, context, chapter);
            WireLog.write(html, chapter);
        }
    }

    private String facts() {
        ScenarioHead head = scenario.head();
        Recording recording = scenario.recording();
        String tags = head.tags().isEmpty() ? "" : " · tag " + String.join(" ", head.tags());
        return head.featureFile() + ":" + head.line() + tags + " · "
                + head.mode().word() + ", epoch "
                + Words.full(scenario.time().epoch()) + " · "
                + Words.count(recording.messages().size(), "message") + ", "
                + Words.count(recording.faults().size(), "fault") + ", "
                + Words.span(scenario.time().virtualNanos()) + " " + head.mode().word();
    }

    private void departures(FailureDetail detail) {
        if (detail.departures().isEmpty() && detail.explanation().isEmpty()) {
            return;
        }
        int messages = scenario.recording().messages().size();
        html.open("div", "class", "card why1").element("h3", "What broke first");
        if (!detail.departures().isEmpty()) {
            html.open("ol");
            for (FailureDetail.Departure departure : detail.departures()) {
                html.open("li", "class", departure.first() ? "fx" : "");
                html.element("b", Words.clock(scenario.time().at(departure.timeNanos())))
                        .raw(" ");
                Prose.linked(html, departure.text(), chapter.prefix(), messages);
                html.text(departure.first() ? " This is the first departure." : "");
                boolean named = departure.text().contains("#" + departure.messageNumber());
                if (departure.messageNumber() > 0 && !named) {
                    Prose.linked(html, " #" + departure.messageNumber(), chapter.prefix(), messages);
                }
                html.close();
            }
            html.close();
        }
        for (String paragraph : detail.explanation()) {
            html.open("p");
            Prose.linked(html, paragraph, chapter.prefix(), messages);
            html.close();
        }
        promises();
        html.close();
    }

    private void promises() {
        for (String tag : scenario.head().tags()) {
            Optional<Behaviour> behaviour = context.coverage().row(tag).map(r -> r.behaviour());
            behaviour.ifPresent(b -> html.open("p")
                    .element("a", b.id(), "href", "#" + b.id())
                    .text(" " + b.text())
                    .close());
        }
    }

    private void again() {
        html.open("div", "class", "card").element("h3", "Run just this again");
        Parts.command(html, scenario.head().rerunCommand());
        html.open("p", "class", "nt2").text("Scenario seed ");
        html.verbatim(Words.groups(scenario.head().seedHex(), 4)).text(". ");
        String digest = scenario.head().digestHex();
        if (!digest.isEmpty()) {
            html.text("Expect digest ").verbatim(Words.groups(digest.substring(0, 16), 4));
            html.text(" … for this scenario alone.");
        }
        html.close().close();
    }

    private void stands(FailureDetail detail) {
        List<FailureDetail.Stand> stands = detail.stands();
        if (stands.isEmpty()) {
            return;
        }
        html.open("div", "class", "card").element("h3", "Where everybody stood");
        Parts.scroll(html, "Where everybody stood").open("table", "class", "std");
        boolean transaction = stands.stream().anyMatch(s -> !s.amount().isEmpty());
        if (transaction) {
            Parts.head(html, "Who", ">Amount", "State", "Trace", "Reference", "");
        }
        html.open("tbody");
        for (FailureDetail.Stand stand : stands) {
            html.open("tr").element("th", stand.who(), "scope", "row");
            if (stand.amount().isEmpty()) {
                html.element("td", stand.text(), "colspan", transaction ? "4" : "");
            } else {
                html.element("td", stand.amount(), "class", "num").element("td", stand.text());
                html.element("td", Parts.orDash(stand.trace()), "class", "mono");
                html.element("td", Parts.orDash(stand.reference()), "class", "mono");
            }
            String agrees = stand.agrees() ? "✓ agrees" : "✗ expected " + stand.expected();
            html.element("td", agrees, "class", stand.agrees() ? "ok" : "fx").close();
        }
        html.close().close().close().close();
    }
}
