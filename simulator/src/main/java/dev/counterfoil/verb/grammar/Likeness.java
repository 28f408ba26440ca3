package dev.counterfoil.verb.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How alike a step and a wording are, by the pairs of neighbouring characters that both have. */
public final class Likeness {
    /** What is told apart from the words of a step even if the rest of it is misworded. */
    private static final List<String> ARGUMENTS =
            List.of("text", "message", "transaction", "keyref", "person", "anycard", "money", "terminal");

    private Likeness() {}

    /** The wording most like a step; the first of them if several are. */
    public static Expression nearest(String step, List<Expression> wordings) {
        Set<String> pairs = pairs(withoutArguments(step));
        Expression best = wordings.get(0);
        double most = -1;
        for (Expression wording : wordings) {
            double likeness = likeness(pairs, pairs(wording.source().replaceAll("\\{[a-z]+\\}", "#")));
            if (likeness > most) {
                most = likeness;
                best = wording;
            }
        }
        return best;
    }

    /** A step with a # for whatever is plainly an argument. */
    private static String withoutArguments(String step) {
        String words = step;
        for (String kind : ARGUMENTS) {
            words = words.replaceAll(Grammar.expression(kind), "#");
        }
        return words.replaceAll("[A-Z]?[0-9][0-9A-Z.:]*( yuan|元)?", "#");
    }

    private static Set<String> pairs(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }

    /** Mostly how much of the step is in the wording, and a little how much of the wording is in the step. */
    private static double likeness(Set<String> step, Set<String> wording) {
        double common = step.stream().filter(wording::contains).count();
        return 2 * common / Math.max(1, step.size()) + common / Math.max(1, wording.size());
    }
}
