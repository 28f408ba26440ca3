package dev.counterfoil.host;

import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeSet;

/**
 * An operation manager's card as the registry holds it; its key is not here, the HSM derives it from the number.
 *
 * @param name in the estate, for example {@code manager card M1}
 * @param number 8 to 19 digits
 * @param state see {@link State}
 * @param failures authentications that failed, 0 to 5
 * @param limits where and when it may be used
 */
public record ManagerCard(String name, String number, State state, int failures, Limits limits) {
    /**
     * Where and when a card may be used.
     *
     * @param merchants their numbers (F42); none for all
     * @param hours {@code 08:00-18:00}, over midnight too, or empty for always
     * @param lastDay YYYYMMDD, or empty for no end
     */
    public record Limits(Set<String> merchants, String hours, String lastDay) {
        public static final Limits NONE = new Limits(Set.of(), "", "");

        /** Whether it may be used at this merchant at this time. */
        public boolean allow(String merchant, LocalTime now) {
            return (merchants.isEmpty() || merchants.contains(merchant)) && (hours.isEmpty() || within(now));
        }

        private boolean within(LocalTime now) {
            LocalTime from = LocalTime.parse(hours.substring(0, hours.indexOf('-')));
            LocalTime to = LocalTime.parse(hours.substring(hours.indexOf('-') + 1));
            boolean begun = !now.isBefore(from);
            boolean over = !now.isBefore(to);
            return from.isBefore(to) ? begun && !over : begun || !over;
        }
    }

    /** How the registry holds a card, with the response code that refuses it. */
    public enum State {
        GOOD("good", ""),
        /** As its issuer has left it; as good as a good one. */
        ISSUED("issued", ""),
        LOST("lost", "D3"),
        STOLEN("stolen", "D3"),
        REVOKED("revoked", "D4"),
        SUSPENDED("suspended", "D4"),
        BLOCKED("blocked", "D4"),
        EXPIRED("expired", "D5"),
        OUT_OF_REGION("out of region", "D6"),
        UNKNOWN("unknown", "D2");

        private final String words;
        private final String refusal;

        State(String words, String refusal) {
            this.words = words;
            this.refusal = refusal;
        }

        /** As in steps, for example {@code out of region}. */
        public String words() {
            return words;
        }

        /** The response code, or empty for a card that may be used. */
        public String refusal() {
            return refusal;
        }
    }

    /** Store kind of the card; its name is the number. */
    public static final RecordKind KIND = RecordKind.MANAGER_CARD;

    static final int FAILURES_TO_SUSPENSION = 5;

    /** A card that may be used. */
    public static ManagerCard good(String name, String number) {
        return new ManagerCard(name, number, State.GOOD, 0, Limits.NONE);
    }

    /** A card that its issuer has just written. */
    public static ManagerCard issued(String name, String number, String lastDay) {
        return new ManagerCard(name, number, State.ISSUED, 0, new Limits(Set.of(), "", lastDay));
    }

    /** Whether it may be used, as far as its state goes. */
    boolean usable() {
        return state.refusal().isEmpty();
    }

    /** The card on a day: expired behind its last one. */
    ManagerCard on(LocalDate day) {
        boolean over = !limits.lastDay.isEmpty()
                && day.isAfter(LocalDate.parse(limits.lastDay, DateTimeFormatter.BASIC_ISO_DATE));
        return over && usable() ? with(State.EXPIRED) : this;
    }

    public ManagerCard with(State now) {
        return new ManagerCard(name, number, now, failures, limits);
    }

    /** The card with these limits. */
    public ManagerCard only(Limits now) {
        return new ManagerCard(name, number, state, failures, now);
    }

    /** The card after one more failed authentication: a good one is suspended at the fifth. */
    ManagerCard failed() {
        int count = failures + 1;
        boolean suspends = state == State.GOOD && count >= FAILURES_TO_SUSPENSION;
        return new ManagerCard(name, number, suspends ? State.SUSPENDED : state, count, limits);
    }

    /** Puts the card into a store before the host starts. */
    public void provision(Store store) {
        store.write(KIND, number, encode(), () -> {});
    }

    byte[] encode() {
        return new Row()
                .put(name)
                .put(number)
                .put(state.name())
                .put(failures)
                .put(String.join(",", new TreeSet<>(limits.merchants)))
                .put(limits.hours)
                .put(limits.lastDay)
                .encode();
    }

    static ManagerCard decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new ManagerCard(
                in.text(),
                in.text(),
                State.valueOf(in.text()),
                Math.toIntExact(in.number()),
                new Limits(merchants(in.text()), in.text(), in.text()));
    }

    private static Set<String> merchants(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(",", -1));
    }
}
