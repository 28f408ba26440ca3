package dev.counterfoil.host;

import dev.counterfoil.store.Row;
import java.util.Locale;

/**
 * A transaction in the host's journal.
 *
 * @param key where it belongs
 * @param kind English kind of the vocabulary: {@code sale}, {@code void}, {@code balance inquiry}
 * @param amountFen 0 for an inquiry
 * @param pan card number; printed masked
 * @param state see {@link State}
 * @param code response code, or empty while it is open
 * @param leg what identifies it on the switch's leg
 * @param original key of the sale that a void takes back, or empty
 */
record JournalEntry(
        Place key, String kind, long amountFen, String pan, State state, String code, Leg leg, String original) {
    static final String SALE = "sale";
    static final String VOID = "void";
    static final String BALANCE = "balance inquiry";

    /** How far a transaction has come. */
    enum State {
        /** On its way to the issuer, or its fate is unknown since a power cut. */
        OPEN,
        APPROVED,
        DECLINED,
        /** Approved, and taken back by a void. */
        VOIDED,
        /** Taken back; the issuer does not know yet. */
        REVERSING,
        REVERSED
    }

    /**
     * A place in the journal.
     *
     * @param terminalId F41
     * @param batch 6 digits
     * @param stan 6 digits; with {@code #2} and so on for repeats that a host without trace check has taken
     */
    record Place(String terminalId, String batch, String stan) {
        @Override
        public String toString() {
            return terminalId + "/" + batch + "/" + stan;
        }

        /** Start of the keys of one batch. */
        static String prefix(String terminalId, String batch) {
            return terminalId + "/" + batch + "/";
        }
    }

    /**
     * A transaction on the switch's leg.
     *
     * @param stan 6 digits, or empty before it was sent
     * @param rrn F37, 12 digits
     * @param authCode F38, or empty
     */
    record Leg(String stan, String rrn, String authCode) {
        static final Leg NONE = new Leg("", "", "");
    }

    static JournalEntry open(Place key, String kind, long amountFen, String pan) {
        return new JournalEntry(key, kind, amountFen, pan, State.OPEN, "", Leg.NONE, "");
    }

    JournalEntry takingBack(String originalKey) {
        return new JournalEntry(key, kind, amountFen, pan, state, code, leg, originalKey);
    }

    JournalEntry with(Leg now) {
        return new JournalEntry(key, kind, amountFen, pan, state, code, now, original);
    }

    JournalEntry with(State now) {
        return new JournalEntry(key, kind, amountFen, pan, now, code, leg, original);
    }

    JournalEntry with(State now, String responseCode) {
        return new JournalEntry(key, kind, amountFen, pan, now, responseCode, leg, original);
    }

    /** Whether only a reversal has come of it. */
    boolean neverCame() {
        return leg.rrn().isEmpty();
    }

    boolean in(State... states) {
        for (State each : states) {
            if (each == state) {
                return true;
            }
        }
        return false;
    }

    byte[] encode() {
        return new Row()
                .put(key.terminalId)
                .put(key.batch)
                .put(key.stan)
                .put(kind)
                .put(amountFen)
                .put(pan)
                .put(state.name())
                .put(code)
                .put(leg.stan)
                .put(leg.rrn)
                .put(leg.authCode)
                .put(original)
                .encode();
    }

    static JournalEntry decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new JournalEntry(
                new Place(in.text(), in.text(), in.text()),
                in.text(),
                in.number(),
                in.text(),
                State.valueOf(in.text()),
                in.text(),
                new Leg(in.text(), in.text(), in.text()),
                in.text());
    }

    @Override
    public String toString() {
        return kind + " " + key + " " + state.name().toLowerCase(Locale.ROOT);
    }
}
