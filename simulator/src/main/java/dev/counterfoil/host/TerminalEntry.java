package dev.counterfoil.host;

import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A terminal as the host's table holds it. Keys are cryptograms.
 *
 * @param identity who it is
 * @param registration whether it may work
 * @param batch its current batch
 * @param masterKey the TMK in use, or {@link MasterKey#NONE}
 * @param pending a TMK that was delivered and not yet confirmed, or {@link MasterKey#NONE}
 * @param delivery which download the pending key belongs to
 * @param workingKeys what the last sign-in brought
 */
public record TerminalEntry(
        Identity identity,
        Registration registration,
        Batch batch,
        MasterKey masterKey,
        MasterKey pending,
        Delivery delivery,
        WorkingKeySet workingKeys) {
    /** How the host's table holds a terminal. */
    public enum Registration {
        IN_SERVICE("in service"),
        DISABLED("disabled"),
        WITHDRAWN("withdrawn"),
        UNKNOWN("unknown");

        private final String words;

        Registration(String words) {
            this.words = words;
        }

        /** As in steps, for example {@code in service}. */
        public String words() {
            return words;
        }
    }

    /**
     * What is bound together: one machine, one code.
     *
     * @param name in the estate, for example {@code T1}
     * @param terminalId F41, 8 characters
     * @param merchantId F42, 15 characters
     * @param merchantName for slips and accounts
     * @param serialNumber of the device
     * @param certificate 4 characters of the device's certificate of approval, the first of F62 at sign-in
     * @param site place of installation, or empty when it is not checked
     */
    public record Identity(
            String name,
            String terminalId,
            String merchantId,
            String merchantName,
            String serialNumber,
            String certificate,
            String site) {}

    /**
     * A batch of transactions.
     *
     * @param number 6 digits
     * @param open false from settlement to the next sign-in
     */
    public record Batch(String number, boolean open) {}

    /**
     * A TMK.
     *
     * @param underLmk scheme letter and hex, or empty
     * @param checkValue 8 hex digits, or empty
     */
    public record MasterKey(String underLmk, String checkValue) {
        public static final MasterKey NONE = new MasterKey("", "");

        public boolean present() {
            return !underLmk.isEmpty();
        }

        @Override
        public String toString() {
            return present() ? "master key " + checkValue : "no master key";
        }
    }

    /**
     * The download that a pending key was made for.
     *
     * @param stan F11 of its messages, 6 digits, or empty
     * @param card number of the manager card, or empty
     */
    public record Delivery(String stan, String card) {
        public static final Delivery NONE = new Delivery("", "");
    }

    /**
     * One working key in both its forms.
     *
     * @param posForm hex, under the terminal's TMK: what the terminal was sent
     * @param sysForm scheme letter and hex, under the LMK: what the host works with
     * @param checkValue 8 hex digits
     */
    public record WorkingKey(String posForm, String sysForm, String checkValue) {
        public static final WorkingKey NONE = new WorkingKey("", "", "");

        public boolean present() {
            return !sysForm.isEmpty();
        }

        @Override
        public String toString() {
            return present() ? "working key " + checkValue : "no working key";
        }
    }

    /**
     * The working keys of a terminal.
     *
     * @param sm4 whether they are keys of SM4, else of DES
     * @param track may be {@link WorkingKey#NONE}
     * @param made when, by the host's clock
     */
    public record WorkingKeySet(boolean sm4, WorkingKey pin, WorkingKey mac, WorkingKey track, LocalDateTime made) {
        public static final WorkingKeySet NONE =
                new WorkingKeySet(false, WorkingKey.NONE, WorkingKey.NONE, WorkingKey.NONE, LocalDateTime.MIN);

        /** The MAC key alone. */
        WorkingKeySet macOnly() {
            return new WorkingKeySet(sm4, WorkingKey.NONE, mac, WorkingKey.NONE, made);
        }
    }

    /** Store kind of the entry; its name is the terminal id. */
    public static final RecordKind KIND = RecordKind.TERMINAL_ENTRY;

    /** An entry in service without keys, its batch open. */
    public static TerminalEntry inService(Identity identity, String batch) {
        return new TerminalEntry(
                identity,
                Registration.IN_SERVICE,
                new Batch(batch, true),
                MasterKey.NONE,
                MasterKey.NONE,
                Delivery.NONE,
                WorkingKeySet.NONE);
    }

    /** What a withdrawn terminal has kept to say farewell with is of no use in service. */
    public TerminalEntry with(Registration now) {
        boolean anew = registration == Registration.WITHDRAWN && now != registration;
        WorkingKeySet kept = anew ? WorkingKeySet.NONE : workingKeys;
        return new TerminalEntry(identity, now, batch, masterKey, pending, delivery, kept);
    }

    public TerminalEntry with(Batch now) {
        return new TerminalEntry(identity, registration, now, masterKey, pending, delivery, workingKeys);
    }

    /** The same machine at another merchant's. */
    TerminalEntry under(String merchant) {
        Identity moved = new Identity(
                identity.name,
                identity.terminalId,
                merchant,
                identity.merchantName,
                identity.serialNumber,
                identity.certificate,
                identity.site);
        return new TerminalEntry(moved, registration, batch, masterKey, pending, delivery, workingKeys);
    }

    public TerminalEntry with(WorkingKeySet now) {
        return new TerminalEntry(identity, registration, batch, masterKey, pending, delivery, now);
    }

    /** Puts a TMK in place; a pending one is gone. */
    public TerminalEntry with(MasterKey now) {
        return new TerminalEntry(identity, registration, batch, now, MasterKey.NONE, Delivery.NONE, workingKeys);
    }

    /** Holds a TMK until its terminal confirms it. */
    public TerminalEntry awaiting(MasterKey key, Delivery of) {
        return new TerminalEntry(identity, registration, batch, masterKey, key, of, workingKeys);
    }

    /** Name in the estate. */
    public String name() {
        return identity.name;
    }

    /** Whether a MAC can be made and checked. */
    public boolean signedIn() {
        return workingKeys.mac.present();
    }

    /** Puts the entry into a store before the host starts. */
    public void provision(Store store) {
        store.write(KIND, identity.terminalId, encode(), () -> {});
    }

    byte[] encode() {
        Row row = new Row()
                .put(identity.name)
                .put(identity.terminalId)
                .put(identity.merchantId)
                .put(identity.merchantName)
                .put(identity.serialNumber)
                .put(identity.certificate)
                .put(identity.site)
                .put(registration.name())
                .put(batch.number)
                .put(batch.open)
                .put(masterKey.underLmk)
                .put(masterKey.checkValue)
                .put(pending.underLmk)
                .put(pending.checkValue)
                .put(delivery.stan)
                .put(delivery.card)
                .put(workingKeys.sm4);
        for (WorkingKey key : List.of(workingKeys.pin, workingKeys.mac, workingKeys.track)) {
            row.put(key.posForm).put(key.sysForm).put(key.checkValue);
        }
        return row.put(signedIn() ? workingKeys.made.toString() : "").encode();
    }

    /** The entry in a record of the host's store. */
    public static TerminalEntry decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new TerminalEntry(
                new Identity(in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text()),
                Registration.valueOf(in.text()),
                new Batch(in.text(), in.flag()),
                new MasterKey(in.text(), in.text()),
                new MasterKey(in.text(), in.text()),
                new Delivery(in.text(), in.text()),
                new WorkingKeySet(in.flag(), key(in), key(in), key(in), time(in.text())));
    }

    private static LocalDateTime time(String text) {
        return text.isEmpty() ? LocalDateTime.MIN : LocalDateTime.parse(text);
    }

    private static WorkingKey key(Row.Reader in) {
        return new WorkingKey(in.text(), in.text(), in.text());
    }
}
