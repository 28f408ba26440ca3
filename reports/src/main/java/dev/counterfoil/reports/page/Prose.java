package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with parts that stand out: message numbers that link, values in a step, words that differ. */
final class Prose {
    private static final Pattern MESSAGE = Pattern.compile("#(\\d+)");
    private static final Pattern VALUE = Pattern.compile("“[^”]*”|\"[^\"]*\"|「[^」]*」"
            + "|(?<![\\w.])(?:F\\d+(?:\\.\\d+)?|[-−]?\\d[\\d.,:]*(?:st|nd|rd|th)?(?: (?:yuan|s|ms|min|%)\\b)?)(?!\\w)");

    private Prose() {}

    /** Text in which {@code #33} links to message 33, if there is one. */
    static void linked(Html html, String text, String prefix, int messages) {
        each(html, MESSAGE, text, match -> {
            String digits = match.substring(1);
            boolean there =
                    digits.length() < 7 && Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= messages;
            if (there) {
                html.element("a", match, "href", "#" + prefix + "m" + digits);
            } else {
                html.verbatim(match);
            }
        });
    }

    /** A step's text in which values stand out. */
    static void step(Html html, String text) {
        each(html, VALUE, text, match -> html.element("em", match));
    }

    /** Text in which the words that another text does not have at the same place are marked. */
    static void different(Html html, String text, String other) {
        String[] words = html.masking().text(text).split(" ", -1);
        String[] others = html.masking().text(other).split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            html.raw(i == 0 ? "" : " ");
            if (i < others.length && words[i].equals(others[i])) {
                html.verbatim(words[i]);
            } else {
                html.element("mark", words[i]);
            }
        }
    }

    private static void each(Html html, Pattern pattern, String text, Consumer<String> standOut) {
        String masked = html.masking().text(text);
        Matcher matcher = pattern.matcher(masked);
        int from = 0;
        while (matcher.find()) {
            html.verbatim(masked.substring(from, matcher.start()));
            standOut.accept(matcher.group());
            from = matcher.end();
        }
        html.verbatim(masked.substring(from));
    }
}
