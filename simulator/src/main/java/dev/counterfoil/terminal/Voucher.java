package dev.counterfoil.terminal;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.store.Row;

/**
 * One transaction of the journal.
 *
 * @param stan trace number, 6 digits; the voucher number of the slip
 * @param kind SALE or VOID
 * @param pan the card number, empty when the terminal never had it
 * @param date MMDD by the host
 * @param time hhmmss by the host
 * @param entryMode F22
 * @param voided whether a later void of this terminal was approved
 */
public record Voucher(
        String stan,
        Task kind,
        String batch,
        long amountFen,
        String pan,
        String date,
        String time,
        String reference,
        String authorisation,
        String entryMode,
        String goods,
        boolean voided) {

    @Override
    public String toString() {
        return "Voucher[" + kind + " " + stan + "]";
    }

    Voucher asVoided() {
        return new Voucher(
                stan, kind, batch, amountFen, pan, date, time, reference, authorisation, entryMode, goods, true);
    }

    byte[] encode() {
        return new Row()
                .put(stan)
                .put(kind.name())
                .put(batch)
                .put(amountFen)
                .put(pan)
                .put(date)
                .put(time)
                .put(reference)
                .put(authorisation)
                .put(entryMode)
                .put(goods)
                .put(voided)
                .encode();
    }

    /** @throws Malformed when the record is not one of {@link #encode} */
    static Voucher decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new Voucher(
                in.text(),
                Task.valueOf(in.text()),
                in.text(),
                in.number(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.flag());
    }
}
