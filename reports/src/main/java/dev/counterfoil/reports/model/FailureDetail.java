package dev.counterfoil.reports.model;

import java.util.List;
import java.util.Map;

/**
 * Why a scenario failed, as far as it could be explained. Every list may be empty; what is empty is not shown.
 *
 * @param who the actor's part of the verdict sentence, who did what wrong: shown bold and first
 * @param circumstance the rest of that sentence, starting with a space or a comma
 * @param failedStep number of the failed step, from 1; 0 when no step failed
 * @param departures what left the path, in order of time, and what followed from it
 * @param explanation paragraphs that say what should have happened
 * @param stands where everybody stood at the end
 * @param columns the messages around the failure that are to be compared, three at most, and beside one that the line
 *     altered what came of it
 * @param macs MAC workings to be compared, two at most
 * @param macNotes paragraphs about those workings
 */
public record FailureDetail(
        String who,
        String circumstance,
        int failedStep,
        List<Departure> departures,
        List<String> explanation,
        List<Stand> stands,
        List<Column> columns,
        List<MacWorking> macs,
        List<String> macNotes) {
    public FailureDetail {
        departures = List.copyOf(departures);
        explanation = List.copyOf(explanation);
        stands = List.copyOf(stands);
        columns = List.copyOf(columns);
        macs = List.copyOf(macs);
        macNotes = List.copyOf(macNotes);
    }

    /**
     * One event of the list "what broke first".
     *
     * @param timeNanos when
     * @param text what happened
     * @param messageNumber the message it concerns, 0 when none
     * @param first whether this is the first departure
     */
    public record Departure(long timeNanos, String text, int messageNumber, boolean first) {}

    /**
     * Where one party stood when the scenario ended.
     *
     * @param who the party, with its place
     * @param amount what it takes as moved by the transaction in question; empty when this is not about one
     * @param text what it holds, or how it sees the transaction
     * @param trace the transaction's trace number on its leg; may be empty
     * @param reference the transaction's reference as it has it; may be empty
     * @param agrees whether that is what was expected
     * @param expected what was expected when it does not agree
     */
    public record Stand(
            String who, String amount, String text, String trace, String reference, boolean agrees, String expected) {
        /** What a party holds, apart from any one transaction. */
        public Stand(String who, String text, boolean agrees, String expected) {
            this(who, "", text, "", "", agrees, expected);
        }
    }

    /**
     * One message of the comparison.
     *
     * @param messageNumber its number
     * @param caption what it is, such as {@code 1st try}
     * @param expected expected value by field path, for the fields that differ
     * @param came the fields as they came where the line altered the message; empty for the message as it was sent
     */
    public record Column(int messageNumber, String caption, Map<String, String> expected, List<DecodedField> came) {
        public Column {
            expected = Map.copyOf(expected);
            came = List.copyOf(came);
        }

        /** A message as it was sent. */
        public Column(int messageNumber, String caption, Map<String, String> expected) {
            this(messageNumber, caption, expected, List.of());
        }
    }
}
