package dev.counterfoil.verb.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How alike two wordings are, by the pairs of neighbouring characters that both have. */
public final class Likeness {
    private Likeness() {}

    /** The wording most like a step; the first of them if several are. */
    public static Expression nearest(String step, List<Expression> wordings) {
        Set<String> pairs = pairs(withoutArguments(step));
        Expression best = wordings.get(0);
        double most = -1;
        for (Expression wording : wordings) {
            double likeness = dice(pairs, pairs(wording.source().replaceAll("\\{[a-z]+\\}", "#")));
            if (likeness > most) {
                most = likeness;
                best = wording;
            }
        }
        return best;
    }

    /** A step with a # for whatever is plainly an argument. */
    private static String withoutArguments(String step) {
        return step.replaceAll("\"[^\"]*\"|'[^']*'|“[^”]*”|「[^」]*」", "#")
                .replaceAll("(?:card |manager card |卡|管理员卡)[A-Z][0-9]*", "#")
                .replaceAll("[A-Z]?[0-9][0-9A-Z.:]*( yuan|元)?", "#");
    }

    private static Set<String> pairs(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }

    private static double dice(Set<String> some, Set<String> others) {
        long common = some.stream().filter(others::contains).count();
        return 2.0 * common / (some.size() + others.size());
    }
}
