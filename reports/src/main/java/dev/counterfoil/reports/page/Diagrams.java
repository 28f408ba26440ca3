package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.svg.SequenceDiagram;
import java.io.StringWriter;

/**
 * The diagrams of scenarios without a chapter. Those of the first 200 scenarios lie in the page, packed, and a
 * script unpacks one when its line is opened; later ones are files beside the page.
 */
final class Diagrams {
    static final int INLINE = 200;
    private static final String NEXT = "\u0000";

    private Diagrams() {}

    /** Whether a scenario's diagram is a file beside the page. */
    static boolean besideThePage(Context context, int number) {
        return number > INLINE && drawn(context, number);
    }

    private static boolean drawn(Context context, int number) {
        return !context.scenario(number).recording().messages().isEmpty()
                && context.chapterOf(number).isEmpty();
    }

    /** Name of the file that holds a later scenario's diagram, relative to the page. */
    static String fileName(int number) {
        return "diagrams/s" + number + ".html";
    }

    /** The place in a scenario's line where its diagram opens. */
    static void placeholder(Html html, Context context, int number) {
        if (besideThePage(context, number)) {
            html.open("p")
                    .element("a", "Sequence diagram, in a file beside this page", "href", fileName(number))
                    .close();
        } else if (drawn(context, number)) {
            html.open("div", "class", "scroll dgm", "data-d", number + "").close();
        }
    }

    /** Every packed diagram: numbers in an attribute, drawings in one block. */
    static void pack(Html html, Context context) {
        StringBuilder drawings = new StringBuilder();
        StringBuilder numbers = new StringBuilder();
        for (int number = 1; number <= Math.min(INLINE, context.scenarioCount()); number++) {
            if (drawn(context, number)) {
                numbers.append(numbers.length() == 0 ? "" : " ").append(number);
                drawings.append(drawing(html, context, number)).append(NEXT);
            }
        }
        if (numbers.length() > 0) {
            html.open("script", "type", "text/plain", "id", "pk", "data-n", numbers.toString());
            html.raw(Packed.base64(drawings.toString())).close();
        }
    }

    /** One diagram as SVG. */
    static String drawing(Html html, Context context, int number) {
        ScenarioReport scenario = context.scenario(number);
        StringWriter svg = new StringWriter();
        SequenceDiagram.draw(new Html(svg, html.masking()), context.run(), scenario, "");
        return svg.toString();
    }
}
