package dev.counterfoil.network;

import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;

/**
 * A card and its account at the issuer.
 *
 * @param card name in the estate, for example {@code card A}
 * @param stripe what stands on the card
 * @param state how the issuer holds the card
 * @param openingFen balance before any booking
 * @param limitFen most that one sale may be
 * @param pin what the PIN is checked by, and how that went
 * @param alwaysDeclined response code that every request is answered, or empty
 */
public record Account(
        String card, Stripe stripe, State state, long openingFen, long limitFen, Pin pin, String alwaysDeclined) {
    /**
     * What stands on a card.
     *
     * @param pan 13 to 19 digits
     * @param expiry YYMM
     * @param serviceCode 3 digits, or empty: the PIN is required then
     */
    public record Stripe(String pan, String expiry, String serviceCode) {
        @Override
        public String toString() {
            return "stripe";
        }
    }

    /**
     * What an issuer knows of a PIN.
     *
     * @param pvki index of the PIN verification key, one digit
     * @param pvv PIN verification value, 4 digits
     * @param failures wrong PINs in a row on {@code day}
     * @param day ISO date of the latest wrong PIN, or empty
     */
    public record Pin(String pvki, String pvv, int failures, String day) {
        /** A PIN that was never wrong. */
        public Pin(String pvki, String pvv) {
            this(pvki, pvv, 0, "");
        }

        @Override
        public String toString() {
            return "PIN, wrong " + failures + " times";
        }
    }

    /** How an issuer holds a card, with the response code of a refusal. */
    public enum State {
        GOOD("good", ""),
        EXPIRED("expired", "54"),
        STOLEN("stolen", "43"),
        LOST("lost", "41"),
        BLOCKED("blocked", "62"),
        SUSPENDED("suspended", "62"),
        REVOKED("revoked", "62"),
        OUT_OF_REGION("out of region", "62"),
        UNKNOWN("unknown", "14");

        private final String words;
        private final String refusal;

        State(String words, String refusal) {
            this.words = words;
            this.refusal = refusal;
        }

        /** As in steps, for example {@code stolen}. */
        public String words() {
            return words;
        }

        /** The response code, or empty for a good card. */
        String refusal() {
            return refusal;
        }
    }

    /** Store kind of the account; its name is the card number. */
    public static final RecordKind KIND = RecordKind.TRANSACTION;

    /** The account of a good card. */
    public static Account good(String card, Stripe stripe, long openingFen, long limitFen, Pin pin) {
        return new Account(card, stripe, State.GOOD, openingFen, limitFen, pin, "");
    }

    public Account with(State now) {
        return new Account(card, stripe, now, openingFen, limitFen, pin, alwaysDeclined);
    }

    /** The account with another opening balance. */
    public Account opening(long fen) {
        return new Account(card, stripe, state, fen, limitFen, pin, alwaysDeclined);
    }

    /** The account of a card that is always declined with this code, or no longer when it is empty. */
    public Account declined(String code) {
        return new Account(card, stripe, state, openingFen, limitFen, pin, code);
    }

    Account withPinFailures(int count, String day) {
        Pin now = new Pin(pin.pvki, pin.pvv, count, day);
        return new Account(card, stripe, state, openingFen, limitFen, now, alwaysDeclined);
    }

    /** Its number. */
    public String pan() {
        return stripe.pan;
    }

    /** Whether the holder may go on without a PIN: the third digit of the service code is 1, 2, 6 or 7. */
    boolean pinOptional() {
        return stripe.serviceCode.length() == 3 && "1267".indexOf(stripe.serviceCode.charAt(2)) >= 0;
    }

    /** Puts the account into a store before the issuer starts. */
    public void provision(Store store) {
        store.write(KIND, pan(), encode(), () -> {});
    }

    byte[] encode() {
        return new Row()
                .put(card)
                .put(stripe.pan)
                .put(stripe.expiry)
                .put(stripe.serviceCode)
                .put(state.name())
                .put(openingFen)
                .put(limitFen)
                .put(pin.pvki)
                .put(pin.pvv)
                .put(pin.failures)
                .put(pin.day)
                .put(alwaysDeclined)
                .encode();
    }

    static Account decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new Account(
                in.text(),
                new Stripe(in.text(), in.text(), in.text()),
                State.valueOf(in.text()),
                in.number(),
                in.number(),
                new Pin(in.text(), in.text(), Math.toIntExact(in.number()), in.text()),
                in.text());
    }

    @Override
    public String toString() {
        return card + ", " + state.words();
    }
}
