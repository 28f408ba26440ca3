package dev.counterfoil.reports.model;

import java.util.List;

/**
 * What was seen in one scenario, each list in order of time.
 *
 * @param messages what crossed the wires, numbered from 1 without gaps
 * @param moments what happened inside devices
 * @param faults faults that were armed, numbered from 1
 * @param keys one entry for every key that lived in some place
 * @param keyMarks moments to be marked across the whole key timeline
 * @param exposures clear secrets on wires that are not open
 */
public record Recording(
        List<WireMessage> messages,
        List<Moment> moments,
        List<Fault> faults,
        List<KeyLife> keys,
        List<KeyMark> keyMarks,
        List<Exposure> exposures) {
    /** Nothing was recorded. */
    public static final Recording EMPTY =
            new Recording(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** @throws IllegalArgumentException if the messages are not numbered 1, 2, 3 ... */
    public Recording {
        messages = List.copyOf(messages);
        moments = List.copyOf(moments);
        faults = List.copyOf(faults);
        keys = List.copyOf(keys);
        keyMarks = List.copyOf(keyMarks);
        exposures = List.copyOf(exposures);
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).number() != i + 1) {
                throw new IllegalArgumentException("message " + messages.get(i).number() + " stands at " + (i + 1));
            }
        }
    }

    /**
     * A fault that a scenario armed. It is intended, not wrong.
     *
     * @param number its number in the scenario, from 1
     * @param text what it does, in trade words
     * @param timeNanos when it struck, 0 when it never did
     * @param messageNumber the message it struck, 0 when it never struck or struck a device
     * @param struck whether it struck at all
     */
    public record Fault(int number, String text, long timeNanos, int messageNumber, boolean struck) {}

    /**
     * A clear secret that crossed a wire inside a tamper boundary or a ceremony. It is on record, and no finding.
     *
     * @param messageNumber the message it was seen in
     * @param secret what kind of secret, never its value
     * @param owner whose it is
     * @param wire name of the wire
     */
    public record Exposure(int messageNumber, String secret, String owner, String wire) {}

    /**
     * A moment marked across the whole key timeline.
     *
     * @param timeNanos when
     * @param text what, in one or two words
     * @param kind how it is drawn
     */
    public record KeyMark(long timeNanos, Label text, Kind kind) {
        /** What a mark means for the keys. */
        public enum Kind {
            EVENT,
            FREEZE,
            LOSS
        }
    }
}
