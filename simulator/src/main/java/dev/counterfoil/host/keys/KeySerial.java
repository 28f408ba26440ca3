package dev.counterfoil.host.keys;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.dukpt.Ksn;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * A terminal under DUKPT as the host's table holds it, beside its entry.
 *
 * @param bdk base derivation key under the LMK
 * @param checkValue of the base derivation key
 * @param last the KSN of the last request that was proved; its counter is 0 while there was none
 * @param before what the terminal goes on with as long as it has not shown the keys of this one, or null
 */
public record KeySerial(
        String bdk, String checkValue, Ksn last, @Nullable KeySerial before) {
    /** Store kind; the name is the terminal id. */
    public static final RecordKind KIND = RecordKind.WORKING_KEYS;

    /**
     * Why a request under this KSN is refused; empty when it is the terminal's and rises.
     *
     * @param sent what stands in the request, or null
     */
    public String fault(@Nullable String sent) {
        if (sent == null) {
            return "no KSN";
        }
        Ksn ksn = read(sent);
        KeySerial device = ksn == null ? null : holding(ksn);
        if (ksn == null || device == null) {
            return "KSN " + sent + " is not the terminal's, which begins with " + last.withCounter(0);
        } else if (!ksn.scheme().uses(ksn.counter())) {
            return "KSN " + ksn + " is one that no device uses";
        }
        return ksn.counter() > device.last.counter() ? "" : "KSN " + ksn + " is used, the last one was " + device.last;
    }

    private static @Nullable Ksn read(String sent) {
        try {
            return Ksn.ofHex(sent);
        } catch (Malformed e) {
            return null;
        }
    }

    /** This one or the one before that is of the KSN's device, else null. */
    private @Nullable KeySerial holding(Ksn ksn) {
        if (isOf(ksn)) {
            return this;
        }
        return before == null ? null : before.holding(ksn);
    }

    private boolean isOf(Ksn ksn) {
        return ksn.withCounter(0).equals(last.withCounter(0));
    }

    /** The keys for an exchange under this KSN; null when it is not the terminal's. */
    public @Nullable LineKeys keys(@Nullable String sent) {
        Ksn ksn = sent == null ? null : read(sent);
        KeySerial device = ksn == null ? null : holding(ksn);
        return ksn == null || device == null ? null : new TransactionKeys(device.bdk, ksn);
    }

    /** This one behind a request that was proved; with the first under the keys of a load, those before are over. */
    public KeySerial after(String sent) {
        Ksn ksn = Ksn.ofHex(sent);
        return before == null || isOf(ksn)
                ? new KeySerial(bdk, checkValue, ksn, null)
                : new KeySerial(bdk, checkValue, last, before.after(sent));
    }

    /** This one for a terminal that may have another: nobody knows whether a load succeeds. */
    public KeySerial loadedOver(@Nullable KeySerial held) {
        return new KeySerial(bdk, checkValue, last, held);
    }

    public byte[] encode() {
        Row row = new Row();
        for (KeySerial each = this; each != null; each = each.before) {
            row.put(each.bdk).put(each.checkValue).put(each.last.toString());
        }
        return row.encode();
    }

    /** The record of {@link #encode}. */
    public static KeySerial decode(byte[] record) {
        return decode(Row.read(record));
    }

    private static KeySerial decode(Row.Reader in) {
        return new KeySerial(in.text(), in.text(), Ksn.ofHex(in.text()), in.more() ? decode(in) : null);
    }

    @Override
    public String toString() {
        return "DUKPT from " + checkValue + ", last " + last + (before == null ? "" : ", before it " + before);
    }
}
