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
 */
public record KeySerial(String bdk, String checkValue, Ksn last) {
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
        Ksn ksn = ofDevice(sent);
        if (ksn == null) {
            return "KSN " + sent + " is not the terminal's, which begins with " + last.withCounter(0);
        } else if (!ksn.scheme().uses(ksn.counter())) {
            return "KSN " + ksn + " is one that no device uses";
        }
        return ksn.counter() > last.counter() ? "" : "KSN " + ksn + " is used, the last one was " + last;
    }

    /** The KSN if it is one of the terminal's, else null. */
    @Nullable
    Ksn ofDevice(String sent) {
        try {
            Ksn ksn = Ksn.ofHex(sent);
            return ksn.withCounter(0).equals(last.withCounter(0)) ? ksn : null;
        } catch (Malformed e) {
            return null;
        }
    }

    /** The keys for an exchange under this KSN; null when it is not the terminal's. */
    public @Nullable LineKeys keys(@Nullable String sent) {
        Ksn ksn = sent == null ? null : ofDevice(sent);
        return ksn == null ? null : new TransactionKeys(bdk, ksn);
    }

    /** This one behind a request that was proved. */
    public KeySerial after(String sent) {
        return new KeySerial(bdk, checkValue, Ksn.ofHex(sent));
    }

    public byte[] encode() {
        return new Row().put(bdk).put(checkValue).put(last.toString()).encode();
    }

    /** The record of {@link #encode}. */
    public static KeySerial decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new KeySerial(in.text(), in.text(), Ksn.ofHex(in.text()));
    }

    @Override
    public String toString() {
        return "DUKPT from " + checkValue + ", last " + last;
    }
}
