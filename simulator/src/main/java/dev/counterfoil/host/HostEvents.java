package dev.counterfoil.host;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.trace.TraceEvent;

/** What the host tells the trace; the actor of the envelope is {@code host}. Terminals go by their estate names. */
public final class HostEvents {
    private HostEvents() {}

    /**
     * How the host's table holds a terminal, told at start and when it changes.
     *
     * @param registration in service, disabled, withdrawn, unknown
     */
    public record TerminalEntry(String terminal, String registration) implements TraceEvent {
        @Override
        public String kind() {
            return "host.terminal-entry";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal).text("registration", registration);
        }
    }

    /**
     * A working key came from the HSM in two forms.
     *
     * @param key PIN key, MAC key or track key
     * @param posForm fingerprint of the form that the terminal is sent
     * @param sysForm fingerprint of the form that stays
     */
    public record TwoForms(String terminal, String key, String posForm, String sysForm) implements TraceEvent {
        @Override
        public String kind() {
            return "host.two-forms";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal)
                    .text("key", key)
                    .text("posForm", posForm)
                    .text("sysForm", sysForm);
        }
    }

    /**
     * A terminal has signed in.
     *
     * @param localTime of the host's clock, {@code HH:mm:ss}
     */
    public record SignInLogged(String terminal, String localTime) implements TraceEvent {
        @Override
        public String kind() {
            return "host.sign-in-logged";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal).text("localTime", localTime);
        }
    }

    /**
     * An answer to this terminal wants it to sign in before its next transaction.
     */
    public record SignInDemanded(String terminal, String why) implements TraceEvent {
        @Override
        public String kind() {
            return "host.sign-in-demanded";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal).text("why", why);
        }
    }

    /**
     * A work order for a key download is open.
     */
    public record PermitOpened(String terminal) implements TraceEvent {
        @Override
        public String kind() {
            return "host.permit-opened";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal);
        }
    }

    /**
     * The work order is closed.
     */
    public record PermitClosed(String terminal) implements TraceEvent {
        @Override
        public String kind() {
            return "host.permit-closed";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal);
        }
    }

    /**
     * A transaction stands in the ledger.
     *
     * @param batch 6 digits
     * @param stan 6 digits
     * @param transactionKind sale or void
     */
    public record Posted(String terminal, String batch, String stan, String transactionKind, long amountFen)
            implements TraceEvent {
        @Override
        public String kind() {
            return "host.posted";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal)
                    .text("batch", batch)
                    .text("stan", stan)
                    .text("kind", transactionKind)
                    .number("amountFen", amountFen);
        }
    }

    /**
     * A transaction no longer stands in the ledger.
     *
     * @param by what took it back, with its trace number: {@code reversal 000001}, {@code void 000002}
     */
    public record Unposted(
            String terminal, String batch, String stan, String transactionKind, long amountFen, String by)
            implements TraceEvent {
        @Override
        public String kind() {
            return "host.unposted";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal)
                    .text("batch", batch)
                    .text("stan", stan)
                    .text("kind", transactionKind)
                    .number("amountFen", amountFen)
                    .text("by", by);
        }
    }

    /**
     * One entry of the double-entry ledger, and what its two accounts hold after it.
     *
     * @param debit account
     * @param credit account
     * @param debitHoldsFen credits less debits of the debited account
     * @param creditHoldsFen credits less debits of the credited account
     */
    public record LedgerEntry(
            String text, String debit, String credit, long amountFen, long debitHoldsFen, long creditHoldsFen)
            implements TraceEvent {
        @Override
        public String kind() {
            return "host.ledger-entry";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("text", text)
                    .text("debit", debit)
                    .text("credit", credit)
                    .number("amountFen", amountFen)
                    .number("debitHoldsFen", debitHoldsFen)
                    .number("creditHoldsFen", creditHoldsFen);
        }
    }

    /**
     * The host has asked its HSM for something.
     *
     * @param terminal for whom, or empty
     * @param command two characters
     */
    public record HsmAsked(String terminal, String command) implements TraceEvent {
        @Override
        public String kind() {
            return "host.hsm-asked";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal).text("command", command);
        }
    }

    /**
     * A settlement's totals were held against the host's own.
     *
     * @param differenceFen host's net amount less the terminal's
     */
    public record TotalsCompared(String terminal, boolean agree, long differenceFen) implements TraceEvent {
        @Override
        public String kind() {
            return "host.totals-compared";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal).flag("agree", agree).number("differenceFen", differenceFen);
        }
    }

    /**
     * A request was refused.
     *
     * @param terminal or empty when it is not known
     * @param what the message type and trace number, or how many bytes there are of something that is no message
     * @param why the response code and the cause in words; without a code there is no answer
     */
    public record Refused(String terminal, String what, String why) implements TraceEvent {
        /** Bytes that are no message: nobody is answered. */
        public static Refused unread(String what, Malformed cause) {
            return new Refused("", what, "malformed: " + cause.getMessage());
        }

        @Override
        public String kind() {
            return "host.refused";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal).text("what", what).text("why", why);
        }
    }

    /**
     * How the registry holds a manager card.
     *
     * @param state as in steps, for example {@code suspended}
     */
    public record CardState(String card, String state) implements TraceEvent {
        @Override
        public String kind() {
            return "host.card-state";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("card", card).text("state", state);
        }
    }

    /**
     * A machine speaks under a terminal's number that is not the one bound to it.
     *
     * @param bound serial number in the host's table
     * @param seen serial number in the message
     */
    public record OtherDevice(String terminal, String bound, String seen) implements TraceEvent {
        @Override
        public String kind() {
            return "host.other-device";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal).text("bound", bound).text("seen", seen);
        }
    }

    /**
     * A device has told that its case was opened.
     *
     * @param part 01 the terminal, 02 its pad
     */
    public record Tampered(String terminal, String part) implements TraceEvent {
        @Override
        public String kind() {
            return "host.tampered";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal).text("part", part);
        }
    }

    /**
     * The host's power failed or returned.
     */
    public record PowerChanged(boolean on) implements TraceEvent {
        @Override
        public String kind() {
            return "host.power-changed";
        }

        @Override
        public void tell(Teller teller) {
            teller.flag("on", on);
        }
    }
}
