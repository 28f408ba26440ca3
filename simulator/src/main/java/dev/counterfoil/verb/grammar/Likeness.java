package dev.counterfoil.verb.grammar;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What somebody may have meant by a step that no wording reads. */
public final class Likeness {
    private static final double RIGHT_WORDS = 0.5;

    private final Expression nearest;
    private final List<Fit.Misfit> misfits;

    private Likeness(Expression nearest, List<Fit.Misfit> misfits) {
        this.nearest = nearest;
        this.misfits = misfits;
    }

    /** The wording most like a step; the first of them if several are. */
    public static Likeness of(String step, List<Expression> wordings) {
        Fit.Finder finder = new Fit.Finder(step);
        Likeness best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Expression wording : wordings) {
            Fit words = Fit.of(finder, wording, true);
            List<Fit.Misfit> misfits = Double.isFinite(words.cost()) ? words.misfits() : List.of();
            boolean anythingFits =
                    misfits.size() < wording.kinds().size() || !words(wording).isBlank();
            double rightWords = anythingFits ? RIGHT_WORDS * words.cost() : Double.POSITIVE_INFINITY;
            double cost = Math.min(rightWords, Fit.of(finder, wording, false).cost());
            if (best == null || cost < least) {
                least = cost;
                best = new Likeness(wording, anythingFits ? misfits : List.of());
            }
        }
        return Objects.requireNonNull(best, "no wordings");
    }

    private static String words(Expression wording) {
        return String.join("", wording.literals());
    }

    public Expression nearest() {
        return nearest;
    }

    /** The wording, and what does not fit it if only its parameters do not. */
    public String hint() {
        if (misfits.isEmpty()) {
            return "the nearest is \"" + nearest + "\"";
        }
        return misfits.stream()
                .map(misfit ->
                        "\"" + misfit.found() + "\" should be " + misfit.kind().hint(nearest.language()))
                .collect(Collectors.joining("; ", "", "; the step is \"" + nearest + "\""));
    }
}
