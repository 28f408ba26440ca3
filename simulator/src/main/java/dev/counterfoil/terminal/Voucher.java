package dev.counterfoil.terminal;

import dev.counterfoil.codec.Malformed;
import java.util.Map;

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
        return new Lines()
                .put("stan", stan)
                .put("kind", kind.name())
                .put("batch", batch)
                .put("amountFen", Long.toString(amountFen))
                .put("pan", pan)
                .put("date", date)
                .put("time", time)
                .put("reference", reference)
                .put("authorisation", authorisation)
                .put("entryMode", entryMode)
                .put("goods", goods)
                .put("voided", Boolean.toString(voided))
                .encode();
    }

    /** @throws Malformed when the record is not one of {@link #encode} */
    static Voucher decode(byte[] record) {
        Map<String, String> in = Lines.decode(record);
        return new Voucher(
                Lines.get(in, "stan"),
                Task.valueOf(Lines.get(in, "kind")),
                Lines.get(in, "batch"),
                Long.parseLong(Lines.get(in, "amountFen")),
                Lines.get(in, "pan"),
                Lines.get(in, "date"),
                Lines.get(in, "time"),
                Lines.get(in, "reference"),
                Lines.get(in, "authorisation"),
                Lines.get(in, "entryMode"),
                Lines.get(in, "goods"),
                Boolean.parseBoolean(Lines.get(in, "voided")));
    }
}
