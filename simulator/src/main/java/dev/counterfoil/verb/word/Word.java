package dev.counterfoil.verb.word;

import java.util.Optional;

/** Something a step can say, in both languages. */
public interface Word {
    /** The English form, as the step vocabulary prints it. */
    String english();

    /** The Chinese form, as the step vocabulary prints it. */
    String chinese();

    /** The form in a language. */
    default String in(Language language) {
        return language == Language.ENGLISH ? english() : chinese();
    }

    /** The word among these that has this English or Chinese form. */
    static <W extends Word> Optional<W> find(W[] words, String text) {
        for (W word : words) {
            if (word.english().equals(text) || word.chinese().equals(text)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /**
     * The word of an enumeration that has this English or Chinese form.
     *
     * @throws IllegalArgumentException if it has no such word
     */
    static <W extends Enum<W> & Word> W parse(Class<W> words, String text) {
        return find(words.getEnumConstants(), text)
                .orElseThrow(() -> new IllegalArgumentException("no " + words.getSimpleName() + " is called " + text));
    }
}
