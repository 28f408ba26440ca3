package dev.counterfoil.terminal;

import dev.counterfoil.trace.TraceEvent;

/** What a terminal tells the trace; the actor of the envelope is the terminal. */
public final class TerminalEvents {
    private TerminalEvents() {}

    /** The terminal is in another state; {@code from} and {@code to} are equal when it says so at power-on. */
    public record StateChanged(String from, String to, String reason) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.state";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("from", from).text("to", to).text("reason", reason);
        }
    }

    /**
     * A transaction begins.
     *
     * @param number 1, 2, .. on this terminal since the world began
     * @param transaction English kind
     * @param byItself whether no key was pressed for it
     */
    public record Began(int number, String transaction, boolean byItself) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.began";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("number", number).text("transaction", transaction).flag("byItself", byItself);
        }
    }

    /** It has its trace number; {@code card} is masked, empty when none was read. */
    public record Numbered(int number, String stan, String batch, long amountFen, String card) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.numbered";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("number", number)
                    .text("stan", stan)
                    .text("batch", batch)
                    .number("amountFen", amountFen)
                    .text("card", card);
        }
    }

    /** A card was read; {@code entryMode} is F22. */
    public record CardRead(int number, String entryMode) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.card-read";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("number", number).text("entryMode", entryMode);
        }
    }

    /** It has ended: English verdict, and F39 when the host gave one. */
    public record Ended(int number, String verdict, String code) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.ended";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("number", number).text("verdict", verdict).text("code", code);
        }
    }

    /** The reversal of a transaction has been acknowledged; {@code number} is 0 when its beginning was forgotten. */
    public record Reversed(int number, String stan) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.reversed";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("number", number).text("stan", stan);
        }
    }

    /** A reversal record stands in the store; {@code recovered} when it was found there at power-on. */
    public record ReversalOpen(String stan, String reason, int tries, boolean recovered) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.reversal-open";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("stan", stan)
                    .text("reason", reason)
                    .number("tries", tries)
                    .flag("recovered", recovered);
        }
    }

    /** It is gone: {@code acknowledged}, {@code dropped} or {@code answered}. */
    public record ReversalClosed(String stan, String how) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.reversal-closed";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("stan", stan).text("how", how);
        }
    }

    /** Batch number and next trace number as stored. */
    public record Counters(String batch, String nextStan) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.counters";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("batch", batch).text("nextStan", nextStan);
        }
    }

    /** Transactions in the journal. */
    public record Journal(int count) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.journal";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("count", count);
        }
    }

    /** A journal entry was written; {@code state} is {@code approved} or {@code voided}. */
    public record JournalEntry(String stan, String transaction, long amountFen, String reference, String state)
            implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.journal-entry";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("stan", stan)
                    .text("transaction", transaction)
                    .number("amountFen", amountFen)
                    .text("reference", reference)
                    .text("state", state);
        }
    }

    /** Other programs run from now on; {@code misplaced} is the first file that came out of order, or empty. */
    public record ProgramsLoaded(String version, String misplaced) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.programs";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("version", version).text("misplaced", misplaced);
        }
    }

    /** Somebody is logged in; {@code fromFactory} when the password is the one of every terminal's delivery. */
    public record LoggedIn(String operator, boolean fromFactory) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.logged-in";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("operator", operator).flag("fromFactory", fromFactory);
        }
    }

    public record PowerChanged(boolean on) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.power";
        }

        @Override
        public void tell(Teller teller) {
            teller.flag("on", on);
        }
    }

    /** The line to the host gave trouble: no connection, a message that is none, an answer that nobody waits for. */
    public record LineTrouble(String cause) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.line-trouble";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("cause", cause);
        }
    }
}
