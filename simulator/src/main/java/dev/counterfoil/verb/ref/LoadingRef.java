package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import org.jspecify.annotations.Nullable;

/**
 * A device that brings keys over serial lines.
 *
 * @param role which
 * @param terminal the terminal that it loads; none means the terminal named last, else the first of the estate
 */
public record LoadingRef(Role role, @Nullable TerminalRef terminal) implements Device {
    /** Reads {@code the mother POS}, {@code the loader PC of T2} or their Chinese forms. */
    public static LoadingRef parse(String text) {
        return TerminalRef.parseThing(Role.class, text, LoadingRef::new);
    }

    /** Whether a text names one. */
    static boolean names(String text) {
        return Word.find(Role.values(), text.replaceAll(" of T[0-9]+$|^T[0-9]+的", ""))
                .isPresent();
    }

    @Override
    public String english() {
        return TerminalRef.englishThing(role, terminal);
    }

    @Override
    public String chinese() {
        return TerminalRef.chineseThing(role, terminal);
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
