package dev.counterfoil.reports.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** A time axis that leaves long stretches without an event out, so that what happened stays apart. */
final class BrokenAxis {
    private static final int BREAK_WIDTH = 28;
    private static final int BREAK_SHARE = 5;

    private final List<Stretch> stretches = new ArrayList<>();

    /** An axis over these moments from one x to another. */
    BrokenAxis(SortedSet<Long> moments, double left, double right) {
        long first = moments.first();
        long last = Math.max(first + 1, moments.last());
        List<long[]> spans = new ArrayList<>();
        long from = first;
        long previous = first;
        for (long moment : moments) {
            if (moment - previous > (last - first) / BREAK_SHARE && moment - previous > Rows.CUT_NANOS) {
                spans.add(new long[] {from, previous});
                from = moment;
            }
            previous = moment;
        }
        spans.add(new long[] {from, last});
        lay(spans, left, right);
    }

    private void lay(List<long[]> spans, double left, double right) {
        double room = right - left - BREAK_WIDTH * (spans.size() - 1);
        double least = room / spans.size() / 4;
        long total = spans.stream().mapToLong(s -> s[1] - s[0]).sum();
        double shared = room - least * spans.size();
        double x = left;
        for (long[] span : spans) {
            double width = least + (total == 0 ? shared / spans.size() : shared * (span[1] - span[0]) / total);
            stretches.add(new Stretch(span[0], span[1], x, x + width));
            x += width + BREAK_WIDTH;
        }
    }

    List<Stretch> stretches() {
        return stretches;
    }

    double x(long timeNanos) {
        double x = stretches.get(0).left();
        for (Stretch stretch : stretches) {
            if (timeNanos < stretch.fromNanos()) {
                return (x + stretch.left()) / 2;
            }
            if (timeNanos <= stretch.toNanos()) {
                return stretch.x(timeNanos);
            }
            x = stretch.right();
        }
        return x;
    }

    /** A stretch of the axis that is drawn to scale. */
    record Stretch(long fromNanos, long toNanos, double left, double right) {
        double x(long timeNanos) {
            double share = (timeNanos - fromNanos) / (double) Math.max(1, toNanos - fromNanos);
            return left + (right - left) * share;
        }
    }
}
