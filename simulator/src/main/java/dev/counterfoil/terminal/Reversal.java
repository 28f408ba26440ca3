package dev.counterfoil.terminal;

import dev.counterfoil.store.Row;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A reversal that may have to be sent.
 *
 * @param fields of the 0400 without F39 and F64, as text by field number
 * @param reason F39: 98 no answer, A0 wrong MAC, 06 the terminal failed after the answer
 * @param tries how often it has been sent since it was written or since the last sign-in
 */
public record Reversal(SortedMap<Integer, String> fields, String reason, int tries) {
    public static final String NO_ANSWER = "98";
    public static final String WRONG_MAC = "A0";
    public static final String TERMINAL_FAILED = "06";

    /** Trace number of the transaction to be reversed. */
    public String stan() {
        return fields.getOrDefault(11, "");
    }

    Reversal because(String otherReason) {
        return new Reversal(fields, otherReason, tries);
    }

    /** The same with all its tries before it. */
    Reversal untried() {
        return new Reversal(fields, reason, 0);
    }

    Reversal sentAgain() {
        return new Reversal(fields, reason, tries + 1);
    }

    @Override
    public String toString() {
        return "Reversal[" + stan() + " " + reason + "]";
    }

    byte[] encode() {
        Row row = new Row().put(reason).put(tries);
        fields.forEach((field, value) -> row.put(field).put(value));
        return row.encode();
    }

    static Reversal decode(byte[] record) {
        Row.Reader in = Row.read(record);
        String reason = in.text();
        int tries = (int) in.number();
        SortedMap<Integer, String> fields = new TreeMap<>();
        while (in.more()) {
            fields.put((int) in.number(), in.text());
        }
        return new Reversal(fields, reason, tries);
    }
}
