package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.ActorReport;
import dev.counterfoil.reports.model.InvariantReport;
import java.util.List;
import java.util.stream.Collectors;

/** Who was simulated and who was real, and which invariants held. */
final class Estate {
    private Estate() {}

    static void actors(Html html, Context context) {
        List<ActorReport> actors = context.run().actors();
        if (actors.isEmpty()) {
            return;
        }
        html.open("div", "class", "card").element("h3", "Who was real");
        Parts.scroll(html, "Actors").open("table");
        Parts.head(html, "Actor", "", "Device, serial number", "Attached at", ">Scenarios");
        html.open("tbody");
        actors.forEach(a -> actor(html, a));
        html.close().close().close();
        html.element("p", evidence(actors), "class", "nt2").close();
    }

    private static void actor(Html html, ActorReport actor) {
        html.open("tr").open("th", "scope", "row").text(name(actor));
        html.chinese(actor.role().zh()).close().open("td");
        html.element(
                        "span",
                        actor.badge().word(),
                        "class",
                        "badge " + actor.badge().code())
                .close()
                .open("td");
        String firmware = actor.firmware().isEmpty() ? "" : ", firmware " + actor.firmware();
        boolean nothing = actor.device().isEmpty() && actor.serial().isEmpty();
        html.element("span", nothing ? "–" : actor.device() + firmware, "class", nothing ? "no" : "");
        if (!actor.serial().isEmpty()) {
            html.raw(actor.device().isEmpty() ? "" : "<br>");
            html.open("b").verbatim(actor.serial()).close();
        }
        html.close().element("td", Parts.orDash(actor.port())).open("td", "class", "num");
        html.text(Words.count(actor.scenarios()));
        if (actor.realScenarios() > 0) {
            html.text(", ").element("b", actor.realScenarios() + " real");
        }
        html.close().close();
    }

    /** Role and id; the id alone when it says the role already, as "pad of T1" does of a PIN pad. */
    private static String name(ActorReport actor) {
        String role = actor.role().en();
        String lastWord = role.substring(role.lastIndexOf(' ') + 1);
        boolean saysTheRole = actor.id().regionMatches(true, 0, role, 0, role.length())
                || actor.id().startsWith(lastWord + " ");
        return saysTheRole ? actor.id() : role + " " + actor.id();
    }

    private static String evidence(List<ActorReport> actors) {
        String real = actors.stream()
                .filter(a -> a.badge() == ActorReport.Badge.REAL)
                .map(a -> a.id() + " (" + Words.count(a.realScenarios(), "scenario") + ")")
                .collect(Collectors.joining(", "));
        return (real.isEmpty()
                        ? "Every actor was simulated, so nothing here is evidence about a device."
                        : "Evidence about a device comes only from scenarios with a real one: " + real + ".")
                + " What was simulated says nothing about a device.";
    }

    static void invariants(Html html, Context context) {
        if (context.run().invariants().isEmpty()) {
            return;
        }
        html.open("div", "class", "card").element("h3", "Invariants, always on");
        html.open("table", "class", "inv").open("tbody");
        for (InvariantReport invariant : context.run().invariants()) {
            boolean broken = invariant.state() == InvariantReport.State.BROKEN;
            html.open("tr").open("td", "class", broken ? "fx" : "ok");
            html.element(
                    "span",
                    invariant.state().glyph(),
                    "role",
                    "img",
                    "aria-label",
                    invariant.state().word());
            html.close()
                    .open("td")
                    .text(invariant.name().en())
                    .chinese(invariant.name().zh())
                    .close();
            String state = invariant.state() == InvariantReport.State.HELD
                    ? ""
                    : invariant.state().word() + " ";
            html.element("td", (state + invariant.note()).strip(), "class", broken ? "num fx" : "num no")
                    .close();
        }
        html.close().close().close();
    }
}
