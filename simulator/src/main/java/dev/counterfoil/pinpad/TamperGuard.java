package dev.counterfoil.pinpad;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply.SlotReading;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Store;

/**
 * What watches a pad's case and its card slot, and feeds its key memory while there is no power. An opened case costs
 * all keys and locks the pad until its manufacturer resets it; without power and battery the keys are lost, and no
 * more. Something over the slot costs no key: no card and no PIN is taken from the test that has found it to the one
 * that has not.
 */
final class TamperGuard {
    private static final String NAME = "case";
    private static final byte[] BROKEN = {1};

    private final KeySlots slots;
    private final Store store;
    private SlotReading slot = SlotReading.FREE;
    private boolean slotCovered;
    private boolean batteryEmpty;

    TamperGuard(KeySlots slots, Store store) {
        this.slots = slots;
        this.store = store;
    }

    /** Whether the case has been opened since the manufacturer last had the pad. */
    boolean broken() {
        return store.read(RecordKind.SEAL, NAME) != null;
    }

    /** Whether a pad with a broken seal refuses a command: all but those that tell what it is and how it is. */
    boolean refuses(PadCommand command) {
        boolean tells = command instanceof PadCommand.KeyStatus
                || command instanceof PadCommand.ReadSerialNumber
                || command instanceof PadCommand.ReadPairing;
        return !tells && broken();
    }

    /** Something is put over the card slot, or taken off. */
    void slotReads(SlotReading now) {
        slot = now;
    }

    /** The self-test of the slot. */
    SlotReading testSlot() {
        slotCovered = slot.covered();
        return slot;
    }

    /** Whether a pad with something over its slot refuses a command: all that ask for a card or a PIN, or use one. */
    boolean keepsFromSlot(PadCommand command) {
        return slotCovered
                && (command instanceof PadCommand.AwaitCard
                        || command instanceof PadCommand.StartCardPassword
                        || command instanceof PadCommand.StartPinEntry
                        || command instanceof PadCommand.ReadPinBlock
                        || command instanceof PadCommand.ReadLongPinBlock
                        || command instanceof PadCommand.EncryptTrack);
    }

    void opened(boolean powered) {
        store.write(RecordKind.SEAL, NAME, BROKEN, () -> {});
        lose(powered, "case opened");
    }

    void batteryEmpty(boolean powered) {
        batteryEmpty = true;
        if (!powered) {
            lose(false, "backup battery empty");
        }
    }

    /** Mains go off: from now on the battery has to do it. */
    void mainsOff() {
        if (batteryEmpty) {
            slots.lose("backup battery empty");
        }
    }

    /** The manufacturer puts in a battery, a seal and nothing else. */
    void reset(boolean powered) {
        batteryEmpty = false;
        store.delete(RecordKind.SEAL, NAME, () -> {});
        withKeys(powered, () -> slots.empty("factory reset"));
    }

    private void lose(boolean powered, String reason) {
        withKeys(powered, () -> slots.lose(reason));
    }

    /** The chip works on its battery, and forgets what it had in hand. */
    private void withKeys(boolean powered, Runnable what) {
        if (!powered) {
            slots.boot();
        }
        what.run();
        if (!powered) {
            slots.forget();
        }
    }
}
