package dev.counterfoil.verb.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a misworded step lies on a wording: the cheapest way to make one of the other, where what the wording wants and
 * the step lacks costs little, and a parameter costs nothing where its type is found.
 */
final class Fit {
    private static final double ADDED = 1;
    private static final double CHANGED = 1.2;
    private static final double LACKING = 0.12;
    private static final double PARAMETER_LACKING = 0.3;
    private static final double MISFIT = 1;
    private static final double MISFIT_CHARACTER = 0.4;

    /** Types that nearly any word fits, so that it says little when one does. */
    private static final Set<String> ANY_WORD = Set.of("setting", "value");

    private final double[][] costs;
    private final int[][] ends;

    /** A parameter whose place in the step is taken by something of another type. */
    record Misfit(ParameterKind<?> kind, String found) {}

    private final Finder finder;
    private final List<Object> wanted;
    private final boolean exactly;

    private Fit(Finder finder, List<Object> wanted, boolean exactly) {
        this.finder = finder;
        this.wanted = wanted;
        this.exactly = exactly;
        int length = finder.step.length();
        costs = new double[wanted.size() + 1][length + 1];
        ends = new int[wanted.size() + 1][length + 1];
        for (int part = 0; part <= wanted.size(); part++) {
            for (int end = 0; end <= length; end++) {
                costs[part][end] = part + end == 0 ? 0 : Double.POSITIVE_INFINITY;
                settle(part, end);
            }
        }
    }

    /** @param exactly whether the words have to be those of the wording, and only parameters may differ */
    static Fit of(Finder finder, Expression wording, boolean exactly) {
        List<Object> wanted = new ArrayList<>();
        for (int i = 0; i < wording.literals().size(); i++) {
            wording.literals().get(i).chars().forEach(c -> wanted.add((char) c));
            if (i < wording.kinds().size()) {
                wanted.add(wording.kinds().get(i));
            }
        }
        return new Fit(finder, wanted, exactly);
    }

    /** Infinite if there is no way. */
    double cost() {
        return costs[wanted.size()][finder.step.length()];
    }

    /** Parameters that do not fit where the words do. */
    List<Misfit> misfits() {
        List<Misfit> misfits = new ArrayList<>();
        int end = finder.step.length();
        for (int part = wanted.size(); part > 0; part--) {
            int from = ends[part][end];
            if (wanted.get(part - 1) instanceof ParameterKind<?> kind && !finder.finds(kind, from, end)) {
                misfits.add(0, new Misfit(kind, finder.step.substring(from, end)));
            }
            end = from;
        }
        return misfits;
    }

    private void settle(int part, int end) {
        if (end > 0 && !exactly) {
            offer(part, end, part, end - 1, ADDED);
        }
        if (part == 0) {
            return;
        }
        if (wanted.get(part - 1) instanceof ParameterKind<?> kind) {
            settle(part, end, kind);
        } else if (end > 0) {
            char there = Character.toLowerCase(finder.step.charAt(end - 1));
            boolean same = there == Character.toLowerCase((char) wanted.get(part - 1));
            if (same || !exactly) {
                offer(part, end, part - 1, end - 1, same ? 0 : CHANGED);
            }
        }
        if (!exactly) {
            offer(part, end, part - 1, end, wanted.get(part - 1) instanceof Character ? LACKING : PARAMETER_LACKING);
        }
    }

    private void settle(int part, int end, ParameterKind<?> kind) {
        for (int from = 0; from < end; from++) {
            double misfit = MISFIT_CHARACTER * (end - from);
            double fit = ANY_WORD.contains(kind.name()) ? misfit : 0;
            offer(part, end, part - 1, from, finder.finds(kind, from, end) ? fit : MISFIT + misfit);
        }
    }

    private void offer(int part, int end, int partBefore, int from, double more) {
        double cost = costs[partBefore][from] + more;
        if (cost < costs[part][end]) {
            costs[part][end] = cost;
            ends[part][end] = from;
        }
    }

    /** Where in a step each parameter type stands. */
    static final class Finder {
        private final String step;
        private final Map<String, BitSet> found = new HashMap<>();

        Finder(String step) {
            this.step = step;
        }

        private boolean finds(ParameterKind<?> kind, int from, int end) {
            return found.computeIfAbsent(kind.name(), name -> places(kind)).get(from * step.length() + end - 1);
        }

        private BitSet places(ParameterKind<?> kind) {
            BitSet places = new BitSet();
            Matcher matcher = Pattern.compile(kind.expression()).matcher(step);
            for (int from = 0; from < step.length(); from++) {
                for (int end = from + 1; end <= step.length(); end++) {
                    if (matcher.region(from, end).matches()) {
                        places.set(from * step.length() + end - 1);
                    }
                }
            }
            return places;
        }
    }
}
