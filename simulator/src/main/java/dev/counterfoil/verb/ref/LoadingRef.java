package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A device that brings keys over serial lines.
 *
 * @param role which
 * @param terminal the terminal that it loads; none means the terminal named last, else the first of the estate
 */
public record LoadingRef(Role role, @Nullable TerminalRef terminal) implements Device {
    private static final Pattern FORM = Pattern.compile("(.+) of (T[0-9]+)|(T[0-9]+)的(.+)");

    /** Reads {@code the mother POS}, {@code the loader PC of T2} or their Chinese forms. */
    public static LoadingRef parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return new LoadingRef(Word.parse(Role.class, text), null);
        }
        boolean english = form.group(1) != null;
        Role role = Word.parse(Role.class, english ? form.group(1) : form.group(4));
        return new LoadingRef(role, TerminalRef.of(english ? form.group(2) : form.group(3)));
    }

    /** Whether a text names one. */
    static boolean names(String text) {
        Matcher form = FORM.matcher(text);
        String role = !form.matches() ? text : form.group(1) != null ? form.group(1) : form.group(4);
        return Word.find(Role.values(), role).isPresent();
    }

    @Override
    public String english() {
        return role.english() + (terminal == null ? "" : " of " + terminal.english());
    }

    @Override
    public String chinese() {
        return (terminal == null ? "" : terminal.chinese() + "的") + role.chinese();
    }

    /** Which of the two. */
    public enum Role implements Word {
        LOADER_PC("the loader PC", "灌密电脑"),
        MOTHER_POS("the mother POS", "母POS");

        private final String english;
        private final String chinese;

        Role(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        @Override
        public String english() {
            return english;
        }

        @Override
        public String chinese() {
            return chinese;
        }
    }
}
