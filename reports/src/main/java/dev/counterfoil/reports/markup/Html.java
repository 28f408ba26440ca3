package dev.counterfoil.reports.markup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes HTML and inline SVG as a stream, element by element. Every text and attribute is masked and escaped;
 * Chinese runs carry their language. End tags that HTML lets one leave out are left out, and so are quotes.
 */
public final class Html {
    private static final Set<String> WITHOUT_END = Set.of("li", "td", "th", "tr", "dt", "dd", "option", "br", "input");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_#.:-]+");
    private static final String HAN_CHARACTERS = "[\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF]+";
    /** A run of Chinese; a word or two of other letters in its midst belong to it. */
    private static final Pattern HAN = Pattern.compile(HAN_CHARACTERS + "(?:[^<>&]{1,8}?" + HAN_CHARACTERS + ")*");

    private final Writer out;
    private final Masking masking;
    private final Deque<String> open = new ArrayDeque<>();
    private int svgDepth;
    /** Whether what was written last is an attribute without quotes, which a slash would become part of. */
    private boolean bareEnd;

    /** Writes to this writer, which the caller closes; texts are masked with this masking. */
    public Html(Writer out, Masking masking) {
        this.out = out;
        this.masking = masking;
    }

    /** The masking that every text passes. */
    public Masking masking() {
        return masking;
    }

    /**
     * Starts an element.
     *
     * @param name its name, followed by attributes as name and value in turn; an attribute whose value is empty
     *     is left out, one whose value is its own name is written without a value
     */
    public Html open(String name, String... attributes) {
        start(name, attributes);
        raw(">");
        open.push(name);
        if (name.equals("svg")) {
            svgDepth = open.size();
        }
        return this;
    }

    /** Ends the element that was started last. */
    public Html close() {
        String name = open.pop();
        if (open.size() < svgDepth) {
            svgDepth = 0;
        }
        return WITHOUT_END.contains(name) ? this : raw("</" + name + ">");
    }

    /** An element that holds only this text. */
    public Html element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** An element with nothing in it. */
    public Html empty(String name, String... attributes) {
        start(name, attributes);
        if (svgDepth > 0) {
            return raw(bareEnd ? " />" : "/>");
        }
        return raw(WITHOUT_END.contains(name) ? ">" : "></" + name + ">");
    }

    /** Text, masked, escaped and with its Chinese runs marked. */
    public Html text(String text) {
        return verbatim(masking.text(text));
    }

    /** Text that is known to hold no card number, such as a digest; escaped but not masked. */
    public Html verbatim(String text) {
        Matcher han = HAN.matcher(text);
        int from = 0;
        while (han.find()) {
            raw(escape(text.substring(from, han.start()), false));
            String box = svgDepth > 0 ? "tspan" : "span";
            raw("<" + box + " lang=zh-CN>" + escape(han.group(), false) + "</" + box + ">");
            from = han.end();
        }
        return raw(escape(text.substring(from), false));
    }

    /** The Chinese side of a label, after a space and set back; nothing when it has none. */
    public Html chinese(String zh) {
        if (zh.isEmpty()) {
            return this;
        }
        return raw(" <span class=zh lang=zh-CN>" + escape(masking.text(zh)) + "</span>");
    }

    /** Markup that our own code made. */
    public Html raw(String trusted) {
        try {
            out.write(trusted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Escapes text for HTML, and for attributes in double quotes of HTML and XML. */
    public static String escape(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean quotes) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append(quotes ? "&quot;" : "\"");
                default -> escaped.append(allowed(c) ? c : '\uFFFD');
            }
        }
        return escaped.toString();
    }

    /** XML forbids control characters but for tab and the two line ends. */
    private static boolean allowed(char c) {
        return c >= ' ' ? c < '\uFFFE' : c == '\t' || c == '\n' || c == '\r';
    }

    private void start(String name, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("attribute without value on <" + name + ">");
        }
        raw("<" + name);
        bareEnd = false;
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
    }

    private void attribute(String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        bareEnd = value.equals(name) || BARE.matcher(value).matches();
        if (value.equals(name)) {
            raw(" " + name);
        } else if (bareEnd) {
            raw(" " + name + "=" + value);
        } else {
            raw(" " + name + "=\"" + escape(masking.text(value)) + "\"");
        }
    }
}
