package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.model.ActorReport;
import dev.counterfoil.reports.model.Catalogue;
import dev.counterfoil.reports.svg.DiagramRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the page's script unpacks when it is needed: the texts of behaviours and seed items, and the rows of the
 * diagrams of scenarios without a chapter. Those of the first 200 scenarios lie in the page; later ones lie in files
 * beside it, a hundred scenarios a file.
 */
final class Diagrams {
    static final int INLINE = 200;
    static final int A_FILE = 100;
    private static final String NEXT = "\u0000";

    private Diagrams() {}

    /** Whether a scenario has a diagram that is not in a chapter. */
    static boolean drawn(Context context, int number) {
        return !context.scenario(number).recording().messages().isEmpty()
                && context.chapterOf(number).isEmpty();
    }

    /** Numbers of the scenarios from one on whose diagrams lie in one place: in the page, or in one file. */
    static List<Integer> together(Context context, int first) {
        int last = first == 1 ? INLINE : first + A_FILE - 1;
        return IntStream.rangeClosed(first, Math.min(last, context.scenarioCount()))
                .filter(number -> drawn(context, number))
                .boxed()
                .toList();
    }

    /** Name of the file, relative to the page, in which the diagrams of the scenarios from a number on lie. */
    static String fileName(int first) {
        return "diagrams/" + first + ".html";
    }

    /** The place in a scenario's line where its diagram opens, or the way to it. */
    static void placeholder(Html html, Context context, int number, boolean aside) {
        if (!drawn(context, number)) {
            return;
        }
        if (number <= INLINE || aside) {
            html.open("div", "class", "dgm").close();
        } else {
            int first = number - (number - INLINE - 1) % A_FILE;
            html.open("p")
                    .element(
                            "a",
                            "Sequence diagram, in a file beside this page",
                            "href",
                            fileName(first) + "#s" + number)
                    .close();
        }
    }

    /** Packs texts and diagrams, in the order in which the script takes them. */
    static void pack(Html html, Context context, List<Integer> numbers, boolean aside) {
        DiagramRows rows = new DiagramRows(html.masking());
        List<String> drawings = new ArrayList<>();
        numbers.forEach(number -> drawings.add(number + " " + rows.of(context.scenario(number))));
        Catalogue catalogue = aside ? Catalogue.EMPTY : context.run().catalogue();
        List<String> parts = new ArrayList<>();
        parts.add(catalogue.behaviours().stream().map(b -> b.text()).collect(Collectors.joining("\n")));
        parts.add(catalogue.seedItems().stream().map(Diagrams::seedItem).collect(Collectors.joining("\n")));
        parts.add(context.run().actors().stream().map(Diagrams::actor).collect(Collectors.joining("\n")));
        parts.add(String.join("\n", rows.words()));
        parts.addAll(drawings);
        html.open("script", "type", "text/plain", "id", "pk");
        html.raw(Packed.base64(String.join(NEXT, parts))).close();
    }

    private static String seedItem(Catalogue.SeedItem item) {
        return item.id() + " " + String.join(",", item.behaviours()) + " " + item.meaning();
    }

    private static String actor(ActorReport actor) {
        return String.join(
                "\t",
                actor.id(),
                actor.role().en(),
                actor.role().zh(),
                actor.badge().word());
    }
}
