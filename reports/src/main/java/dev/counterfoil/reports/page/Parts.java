package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;

/** Small parts that many chapters use. */
final class Parts {
    private Parts() {}

    /** A command or value; the script adds a button that copies it. */
    static void command(Html html, String command) {
        html.open("div", "class", "cmd").open("code").verbatim(command).close();
        html.close();
    }

    /** Starts a region that scrolls sideways: focusable and named. */
    static Html scroll(Html html, String name) {
        return html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", name);
    }

    /** Starts a chapter's heading. */
    static void heading(Html html, String id, String text, String zh) {
        html.open("h2", "id", id).text(text).chinese(zh).close();
    }

    /** A table's head; names that start with {@code >} are right-aligned. */
    static void head(Html html, String... names) {
        html.open("thead").open("tr");
        for (String name : names) {
            boolean right = name.startsWith(">");
            html.element("th", right ? name.substring(1) : name, "scope", "col", "class", right ? "num" : "");
        }
        html.close().close();
    }

    /** A dash for what is not there. */
    static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
