package dev.counterfoil.pinpad;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.dukpt.DukptDevice;
import dev.counterfoil.crypto.dukpt.DukptUsage;
import dev.counterfoil.crypto.dukpt.Ksn;
import dev.counterfoil.crypto.dukpt.TransactionKey;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.padlink.SlotState;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Store;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys in the chip. What changes here is first written to the store; only then does the slot change and
 * {@code done} run. A new master key makes the working keys under the old one void.
 */
final class KeySlots {
    private static final String NAME = "keys";
    private static final String DUKPT = "DUKPT";
    private static final List<PadSlot> WORKING = List.of(PadSlot.PIN_KEY, PadSlot.MAC_KEY, PadSlot.TRACK_KEY);

    private static final Map<PadSlot, DukptUsage> IN_TRANSACTION = new EnumMap<>(Map.of(
            PadSlot.PIN_KEY, DukptUsage.PIN,
            PadSlot.MAC_KEY, DukptUsage.MAC_REQUEST,
            PadSlot.ANSWER_MAC_KEY, DukptUsage.MAC_RESPONSE));

    private final KeyRecords records;
    private final Store store;
    private final KeyDiary diary;
    private final Map<PadSlot, CipherKey> keys = none();
    private @Nullable DukptDevice dukpt;
    private SlotState masterState = SlotState.EMPTY;
    private int masterIndex;
    private boolean frozen;
    private int losses;
    private int draws;

    KeySlots(CipherKey chipKey, Store store, KeyDiary diary) {
        this.records = new KeyRecords(chipKey);
        this.store = store;
        this.diary = diary;
    }

    /** Reads the store, as after power has come. */
    void boot() {
        byte[] sealed = store.read(RecordKind.MASTER_KEY, NAME);
        KeyRecords.Master master = sealed == null ? null : records.master(sealed);
        byte[] device = store.read(RecordKind.WORKING_KEYS, DUKPT);
        if (device != null) {
            bootDukpt(device, master);
        } else if (master != null) {
            masterState = master.state();
            masterIndex = master.index();
            if (master.key() != null) {
                keys.put(PadSlot.MASTER_KEY, master.key());
                bootWorking(master.key());
            }
        }
    }

    /** The power failed before one of two was removed: a loss has the last word, then the device. */
    private void bootDukpt(byte[] device, KeyRecords.@Nullable Master beside) {
        if (beside != null && beside.state() == SlotState.LOST) {
            masterState = SlotState.LOST;
            store.delete(RecordKind.WORKING_KEYS, DUKPT, () -> {});
            return;
        }
        dukpt = records.dukpt(device);
        masterState = SlotState.ACTIVE;
        if (beside != null) {
            store.delete(RecordKind.MASTER_KEY, NAME, () -> {});
            store.delete(RecordKind.WORKING_KEYS, NAME, () -> {});
        }
    }

    /** Working keys of a master key before this one are void: the power failed before they were removed. */
    private void bootWorking(CipherKey master) {
        byte[] working = store.read(RecordKind.WORKING_KEYS, NAME);
        if (working != null && !records.working(working, master, keys)) {
            store.delete(RecordKind.WORKING_KEYS, NAME, () -> {});
            WORKING.forEach(slot -> diary.empty(slot, "EMPTY", "not under this master key"));
        }
    }

    /** Power has gone: nothing of the keys stays in working memory. */
    void forget() {
        losses++;
        erase();
        masterState = SlotState.EMPTY;
    }

    boolean frozen() {
        return frozen;
    }

    /** The key in a slot, or null; whether it may be used, {@link #frozen} says. */
    @Nullable
    CipherKey key(PadSlot slot) {
        return keys.get(slot);
    }

    /** The key that the factory wrote into the chip. */
    CipherKey chipKey() {
        return records.chipKey();
    }

    SlotState state(PadSlot slot) {
        if (!keys.containsKey(slot) && !(slot == PadSlot.MASTER_KEY && underDukpt())) {
            return masterState == SlotState.LOST ? SlotState.LOST : SlotState.EMPTY;
        }
        if (frozen) {
            return SlotState.FROZEN;
        } else if (exhausted()) {
            return SlotState.EMPTY;
        }
        return slot == PadSlot.MASTER_KEY ? masterState : SlotState.ACTIVE;
    }

    void storeMaster(CipherKey key, int index, String reason, Runnable done) {
        byte[] record = records.master(SlotState.LOADED, index, key);
        write(RecordKind.MASTER_KEY, NAME, record, () -> {
            takeMaster(key, index, reason);
            store.delete(RecordKind.WORKING_KEYS, NAME, () -> {});
            done.run();
        });
    }

    /** Whether keys are drawn for each transaction; then there is no master key. */
    boolean underDukpt() {
        return dukpt != null;
    }

    /** Whether this very device is here and has drawn: loaded again it would give keys that were used. */
    boolean hasDrawn(Ksn device) {
        return dukpt != null && dukpt.hasDrawn(device);
    }

    private boolean exhausted() {
        return dukpt != null && dukpt.next() == null && keys.isEmpty();
    }

    /**
     * An initial key comes in, which makes a device and is not kept; whatever was there goes.
     *
     * @param next the first transaction to be
     */
    void storeDukpt(CipherKey initialKey, Ksn next, String reason, Runnable done) {
        DukptDevice device = DukptDevice.at(initialKey, next);
        diary.initialKey(initialKey);
        initialKey.erase();
        write(RecordKind.WORKING_KEYS, DUKPT, records.dukpt(device), () -> {
            replaceAll("new initial key");
            store.delete(RecordKind.MASTER_KEY, NAME, () -> {});
            store.delete(RecordKind.WORKING_KEYS, NAME, () -> {});
            dukpt = device;
            masterState = SlotState.ACTIVE;
            diary.dukpt("ACTIVE", reason);
            done.run();
        });
    }

    /**
     * Draws the keys of the next transaction into the slots. The KSN is told, and a key usable, only when the store has
     * the state behind it: after a power cut no key comes twice. Keys that were frozen or drawn anew in between do not
     * come.
     *
     * @param then hears null when no key is left
     */
    void draw(Consumer<@Nullable Ksn> then) {
        DukptDevice device = Objects.requireNonNull(dukpt);
        endDukptTransaction();
        if (!(device.draw() instanceof DukptDevice.Drawn drawn)) {
            diary.dukpt("EXHAUSTED", "the last key has been used");
            then.accept(null);
            return;
        }
        int mine = draws;
        write(RecordKind.WORKING_KEYS, DUKPT, records.dukpt(device), () -> {
            TransactionKey key = drawn.key();
            if (mine != draws) {
                key.erase();
                return;
            }
            IN_TRANSACTION.forEach((slot, usage) -> takeDrawn(slot, key.working(usage)));
            takeDrawn(PadSlot.TRACK_KEY, key.trackKey());
            key.erase();
            then.accept(key.ksn());
        });
    }

    private void takeDrawn(PadSlot slot, CipherKey key) {
        keys.put(slot, key);
        diary.born(slot, key);
    }

    /** The keys of one transaction go without a word: they were in use for that one only. */
    private void endDukptTransaction() {
        draws++;
        if (underDukpt() && !keys.isEmpty()) {
            diary.ended(PadSlot.PIN_KEY);
            keys.values().forEach(CipherKey::erase);
            keys.clear();
        }
    }

    /** The master key has proved itself. */
    void activateMaster(String reason) {
        CipherKey master = keys.get(PadSlot.MASTER_KEY);
        if (master != null && masterState == SlotState.LOADED) {
            masterState = SlotState.ACTIVE;
            byte[] record = records.master(SlotState.ACTIVE, masterIndex, master);
            store.write(RecordKind.MASTER_KEY, NAME, record, () -> {});
            diary.slot(PadSlot.MASTER_KEY, master, "ACTIVE", reason);
        }
    }

    /** All three working keys in place of the old ones; a set without a track key empties that slot. */
    void storeSet(CipherKey pik, CipherKey mak, @Nullable CipherKey tdk, String reason, Runnable done) {
        Map<PadSlot, CipherKey> next = none();
        next.put(PadSlot.MASTER_KEY, must(PadSlot.MASTER_KEY));
        next.put(PadSlot.PIN_KEY, pik);
        next.put(PadSlot.MAC_KEY, mak);
        if (tdk != null) {
            next.put(PadSlot.TRACK_KEY, tdk);
        }
        storeWorking(next, reason, done);
    }

    /** One working key in place of the old one. */
    void storeOne(PadSlot slot, CipherKey key, String reason, Runnable done) {
        Map<PadSlot, CipherKey> next = new EnumMap<>(keys);
        next.put(slot, key);
        storeWorking(next, reason, done);
    }

    /** The cable was loose: the keys stay in the chip and cannot be used. */
    void freeze(String reason) {
        if (!frozen) {
            frozen = true;
            endDukptTransaction();
            present().forEach(slot -> diary.slot(slot, must(slot), "FROZEN", reason));
            if (underDukpt()) {
                diary.dukpt("FROZEN", reason);
            }
        }
    }

    /** The pad is at its own terminal again. */
    void thaw(String reason) {
        if (frozen) {
            frozen = false;
            present().forEach(slot -> diary.slot(slot, must(slot), state(slot).name(), reason));
            if (underDukpt()) {
                diary.dukpt(exhausted() ? "EXHAUSTED" : "ACTIVE", reason);
            }
        }
    }

    /** All keys are wiped; only a new download or injection brings keys back. */
    void lose(String reason) {
        frozen = false;
        losses++;
        endDukptTransaction();
        present().forEach(slot -> {
            diary.slot(slot, must(slot), "LOST", reason);
            diary.ended(slot);
        });
        store.write(RecordKind.MASTER_KEY, NAME, records.master(SlotState.LOST, 0, null), () -> {});
        dropDukpt("LOST", reason);
        erase();
        masterState = SlotState.LOST;
        store.delete(RecordKind.WORKING_KEYS, NAME, () -> {});
    }

    /** All keys are wiped, and nobody will miss them: the pad is as it came. */
    void empty(String reason) {
        frozen = false;
        losses++;
        endDukptTransaction();
        present().forEach(slot -> {
            diary.slot(slot, must(slot), "REVOKED", reason);
            diary.ended(slot);
            diary.empty(slot, "EMPTY", reason);
        });
        dropDukpt("EMPTY", reason);
        erase();
        masterState = SlotState.EMPTY;
        store.delete(RecordKind.MASTER_KEY, NAME, () -> {});
        store.delete(RecordKind.WORKING_KEYS, NAME, () -> {});
    }

    private void takeMaster(CipherKey key, int index, String reason) {
        if (underDukpt()) {
            dropDukpt("REVOKED", "new master key");
        }
        replaceAll("new master key");
        keys.put(PadSlot.MASTER_KEY, key);
        masterState = SlotState.LOADED;
        masterIndex = index;
        diary.born(PadSlot.MASTER_KEY, key);
        diary.slot(PadSlot.MASTER_KEY, key, "LOADED", reason);
    }

    private void replaceAll(String reason) {
        endDukptTransaction();
        for (PadSlot slot : present()) {
            diary.slot(slot, must(slot), "REVOKED", reason);
            diary.ended(slot);
            if (slot != PadSlot.MASTER_KEY) {
                diary.empty(slot, "EMPTY", reason);
            }
        }
        erase();
    }

    /** Also when the store is still to hear of the device. */
    private void dropDukpt(String state, String reason) {
        store.delete(RecordKind.WORKING_KEYS, DUKPT, () -> {});
        if (underDukpt()) {
            diary.dukpt(state, reason);
        }
    }

    private void storeWorking(Map<PadSlot, CipherKey> next, String reason, Runnable done) {
        write(RecordKind.WORKING_KEYS, NAME, records.working(must(PadSlot.MASTER_KEY), next), () -> {
            activateMaster("first use");
            takeWorking(next, reason);
            done.run();
        });
    }

    private void takeWorking(Map<PadSlot, CipherKey> next, String reason) {
        diary.ended(PadSlot.PIN_KEY);
        for (PadSlot slot : WORKING) {
            CipherKey before = keys.get(slot);
            CipherKey after = next.get(slot);
            if (after != null) {
                diary.born(slot, after);
            }
            if (before != after) {
                replaced(slot, before, after, reason);
            }
        }
        keys.clear();
        keys.putAll(next);
    }

    private void replaced(PadSlot slot, @Nullable CipherKey before, @Nullable CipherKey after, String reason) {
        if (before != null) {
            diary.slot(slot, before, "REVOKED", "replaced");
            before.erase();
        }
        if (after != null) {
            diary.slot(slot, after, "ACTIVE", reason);
        } else {
            diary.empty(slot, "EMPTY", reason);
        }
    }

    /** Writes; what follows is left out when the power has failed or the keys were lost in between. */
    private void write(RecordKind kind, String name, byte[] record, Runnable written) {
        int now = losses;
        store.write(kind, name, record, () -> {
            if (now == losses) {
                written.run();
            }
        });
    }

    private void erase() {
        keys.values().forEach(CipherKey::erase);
        keys.clear();
        if (dukpt != null) {
            dukpt.erase();
            dukpt = null;
        }
    }

    private List<PadSlot> present() {
        return List.copyOf(keys.keySet());
    }

    private CipherKey must(PadSlot slot) {
        CipherKey key = keys.get(slot);
        if (key == null) {
            throw new IllegalStateException("no key in slot " + slot);
        }
        return key;
    }

    private static Map<PadSlot, CipherKey> none() {
        return new EnumMap<>(PadSlot.class);
    }
}
