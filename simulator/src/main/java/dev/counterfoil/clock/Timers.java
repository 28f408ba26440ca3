package dev.counterfoil.clock;

import java.util.PriorityQueue;

/** Timers in order of time, ties in order of creation. */
final class Timers {
    private static final int SWEEP_FROM = 8;

    private final PriorityQueue<Timer> heap = new PriorityQueue<>();
    private long sequence;
    private int cancelledInHeap;

    Timer add(long atNanos, long intervalNanos, Runnable task) {
        Timer timer = new Timer(atNanos, sequence++, intervalNanos, task);
        heap.add(timer);
        return timer;
    }

    void cancel(Timer timer) {
        if (timer.over) {
            return;
        }
        timer.over = true;
        if (++cancelledInHeap > SWEEP_FROM && cancelledInHeap > heap.size() / 2) {
            heap.removeIf(t -> t.over);
            cancelledInHeap = 0;
        }
    }

    void clear() {
        heap.forEach(timer -> timer.over = true);
        heap.clear();
        cancelledInHeap = 0;
    }

    boolean isEmpty() {
        dropCancelled();
        return heap.isEmpty();
    }

    /** Time of the next timer, or {@link Long#MAX_VALUE} when there is none. */
    long nextAt() {
        dropCancelled();
        Timer next = heap.peek();
        return next == null ? Long.MAX_VALUE : next.atNanos;
    }

    /** Fires the first timer that is due, if any: its turn runs before the next timer is looked at. */
    void fireUntil(long nowNanos) {
        if (nextAt() <= nowNanos) {
            fire(heap.remove());
        }
    }

    private void fire(Timer timer) {
        if (timer.intervalNanos > 0) {
            timer.atNanos += timer.intervalNanos;
            heap.add(timer);
        } else {
            timer.over = true;
        }
        timer.task.run();
    }

    private void dropCancelled() {
        for (Timer next = heap.peek(); next != null && next.over; next = heap.peek()) {
            heap.remove();
            cancelledInHeap--;
        }
    }

    /** One timer; over when it has fired for the last time or was cancelled. */
    static final class Timer implements Comparable<Timer> {
        private final long sequence;
        private final long intervalNanos;
        private final Runnable task;
        private long atNanos;
        private boolean over;

        private Timer(long atNanos, long sequence, long intervalNanos, Runnable task) {
            this.atNanos = atNanos;
            this.sequence = sequence;
            this.intervalNanos = intervalNanos;
            this.task = task;
        }

        boolean over() {
            return over;
        }

        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
