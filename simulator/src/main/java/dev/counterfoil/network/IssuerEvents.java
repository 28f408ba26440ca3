package dev.counterfoil.network;

import dev.counterfoil.trace.TraceEvent;

/** What an issuer tells the trace. Accounts go by the card's name in the estate, never by number. */
public final class IssuerEvents {
    private IssuerEvents() {}

    /**
     * An amount was booked.
     *
     * @param stan of the switch's leg
     * @param rrn 12 digits, the same on both legs
     * @param transactionKind sale or void
     */
    public record Posted(String account, String stan, String rrn, long amountFen, String transactionKind)
            implements TraceEvent {
        @Override
        public String kind() {
            return "issuer.posted";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("account", account)
                    .text("stan", stan)
                    .text("rrn", rrn)
                    .number("amountFen", amountFen)
                    .text("kind", transactionKind);
        }
    }

    /**
     * A booking was taken back.
     *
     * @param stan of the message that did it
     */
    public record Unposted(String account, String stan, String rrn, long amountFen, String transactionKind)
            implements TraceEvent {
        @Override
        public String kind() {
            return "issuer.unposted";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("account", account)
                    .text("stan", stan)
                    .text("rrn", rrn)
                    .number("amountFen", amountFen)
                    .text("kind", transactionKind);
        }
    }

    /**
     * What an account holds now.
     */
    public record Balance(String account, long amountFen) implements TraceEvent {
        @Override
        public String kind() {
            return "issuer.balance";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("account", account).number("amountFen", amountFen);
        }
    }

    /**
     * A PIN was verified in the issuer's HSM.
     */
    public record PinChecked(String account, boolean good) implements TraceEvent {
        @Override
        public String kind() {
            return "issuer.pin-checked";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("account", account).flag("good", good);
        }
    }

    /**
     * How the issuer holds a card.
     *
     * @param state as in steps, for example {@code stolen}
     */
    public record CardState(String account, String state) implements TraceEvent {
        @Override
        public String kind() {
            return "issuer.card-state";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("account", account).text("state", state);
        }
    }

    /**
     * The power failed or returned.
     */
    public record PowerChanged(boolean on) implements TraceEvent {
        @Override
        public String kind() {
            return "issuer.power-changed";
        }

        @Override
        public void tell(Teller teller) {
            teller.flag("on", on);
        }
    }
}
