package dev.counterfoil.network;

import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;

/**
 * A card and its account at the issuer.
 *
 * @param card name in the estate, for example {@code card A}
 * @param pan 13 to 19 digits; printed masked
 * @param expiry YYMM
 * @param state how the issuer holds the card
 * @param openingFen balance before any booking
 * @param limitFen most that one sale may be
 * @param pvki index of the PIN verification key, one digit
 * @param pvv PIN verification value, 4 digits
 * @param pinFailures wrong PINs in a row on {@code pinDay}
 * @param pinDay ISO date of the latest wrong PIN, or empty
 * @param alwaysDeclined response code that every request is answered, or empty
 * @param serviceCode 3 digits as on the stripe, or empty: the PIN is required then
 */
public record Account(
        String card,
        String pan,
        String expiry,
        State state,
        long openingFen,
        long limitFen,
        String pvki,
        String pvv,
        int pinFailures,
        String pinDay,
        String alwaysDeclined,
        String serviceCode) {
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

    /** A good card without wrong PINs. */
    public static Account good(
            String card, String pan, String expiry, long openingFen, long limitFen, String pvki, String pvv) {
        return new Account(card, pan, expiry, State.GOOD, openingFen, limitFen, pvki, pvv, 0, "", "", "");
    }

    public Account with(State now) {
        return new Account(
                card,
                pan,
                expiry,
                now,
                openingFen,
                limitFen,
                pvki,
                pvv,
                pinFailures,
                pinDay,
                alwaysDeclined,
                serviceCode);
    }

    /** The account with another opening balance. */
    public Account opening(long fen) {
        return new Account(
                card, pan, expiry, state, fen, limitFen, pvki, pvv, pinFailures, pinDay, alwaysDeclined, serviceCode);
    }

    /** The account of a card whose stripe carries this service code. */
    public Account serviceCode(String digits) {
        return new Account(
                card, pan, expiry, state, openingFen, limitFen, pvki, pvv, pinFailures, pinDay, alwaysDeclined, digits);
    }

    /** Whether the holder may go on without a PIN: the third digit of the service code is 1, 2, 6 or 7. */
    boolean pinOptional() {
        return serviceCode.length() == 3 && "1267".indexOf(serviceCode.charAt(2)) >= 0;
    }

    /** The account of a card that is always declined with this code, or no longer when it is empty. */
    public Account declined(String code) {
        return new Account(
                card, pan, expiry, state, openingFen, limitFen, pvki, pvv, pinFailures, pinDay, code, serviceCode);
    }

    Account withPinFailures(int count, String day) {
        return new Account(
                card, pan, expiry, state, openingFen, limitFen, pvki, pvv, count, day, alwaysDeclined, serviceCode);
    }

    /** Puts the account into a store before the issuer starts. */
    public void provision(Store store) {
        store.write(KIND, pan, encode(), () -> {});
    }

    byte[] encode() {
        return new Row()
                .put(card)
                .put(pan)
                .put(expiry)
                .put(state.name())
                .put(openingFen)
                .put(limitFen)
                .put(pvki)
                .put(pvv)
                .put(pinFailures)
                .put(pinDay)
                .put(alwaysDeclined)
                .put(serviceCode)
                .encode();
    }

    static Account decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new Account(
                in.text(),
                in.text(),
                in.text(),
                State.valueOf(in.text()),
                in.number(),
                in.number(),
                in.text(),
                in.text(),
                Math.toIntExact(in.number()),
                in.text(),
                in.text(),
                in.text());
    }

    @Override
    public String toString() {
        return card + ", " + state.words();
    }
}
