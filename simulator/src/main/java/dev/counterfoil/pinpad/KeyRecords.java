package dev.counterfoil.pinpad;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.dukpt.DukptDevice;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.padlink.SlotState;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How keys lie in the pad's store, all under the key of its chip in electronic code book mode:
 *
 * <pre>
 * MASTER_KEY     code of the state 1, index 1, key
 * WORKING_KEYS   check value of the master key above them 8, PIN key, MAC key, track key
 * DUKPT device   as {@link DukptDevice#record} has it
 * a key          first letter of its kind 1, length 1 (0 for none), value
 * </pre>
 */
final class KeyRecords {
    private static final int LONGEST_RECORD_BYTES = 128;
    private static final int MASTER_CHECK_BYTES = 8;
    private static final PadSlot[] WORKING = {PadSlot.PIN_KEY, PadSlot.MAC_KEY, PadSlot.TRACK_KEY};

    private final CipherKey chipKey;

    KeyRecords(CipherKey chipKey) {
        this.chipKey = chipKey;
    }

    CipherKey chipKey() {
        return chipKey;
    }

    /** The record of a master key; without a key, of a slot that has lost it. */
    byte[] master(SlotState state, int index, @Nullable CipherKey key) {
        ByteBuffer record = ByteBuffer.allocate(LONGEST_RECORD_BYTES);
        record.put((byte) state.code().charAt(0)).put((byte) index);
        put(record, key);
        return seal(record);
    }

    Master master(byte[] sealed) {
        ByteBuffer record = open(sealed);
        char code = (char) record.get();
        SlotState state = Arrays.stream(SlotState.values())
                .filter(s -> s.code().charAt(0) == code)
                .findFirst()
                .orElse(SlotState.EMPTY);
        return new Master(state, record.get() & 0xFF, take(record));
    }

    /** The record of all working keys, in the order of the slots. */
    byte[] working(CipherKey master, Map<PadSlot, CipherKey> keys) {
        ByteBuffer record = ByteBuffer.allocate(LONGEST_RECORD_BYTES).put(check(master));
        for (PadSlot slot : WORKING) {
            put(record, keys.get(slot));
        }
        return seal(record);
    }

    /**
     * Puts the working keys of a record into {@code keys}.
     *
     * @return whether they belong to this master key; else nothing is put
     */
    boolean working(byte[] sealed, CipherKey master, Map<PadSlot, CipherKey> keys) {
        ByteBuffer record = open(sealed);
        byte[] above = new byte[MASTER_CHECK_BYTES];
        record.get(above);
        if (!Arrays.equals(above, check(master))) {
            return false;
        }
        for (PadSlot slot : WORKING) {
            CipherKey key = take(record);
            if (key != null) {
                keys.put(slot, key);
            }
        }
        return true;
    }

    /** The record of a DUKPT device. */
    byte[] dukpt(DukptDevice device) {
        return device.record(chipKey);
    }

    DukptDevice dukpt(byte[] sealed) {
        return DukptDevice.restore(chipKey, sealed);
    }

    /** What a master key record holds. */
    record Master(SlotState state, int index, @Nullable CipherKey key) {}

    private static byte[] check(CipherKey master) {
        return Hex.bytes(master.kcv(MASTER_CHECK_BYTES));
    }

    private static void put(ByteBuffer record, @Nullable CipherKey key) {
        if (key == null) {
            record.put((byte) 0).put((byte) 0);
        } else {
            record.put((byte) key.kind().name().charAt(0)).put((byte) key.lengthBytes());
            record.put(key.clear());
        }
    }

    private static @Nullable CipherKey take(ByteBuffer record) {
        char initial = (char) record.get();
        byte[] value = new byte[record.get()];
        record.get(value);
        for (CipherKind kind : CipherKind.values()) {
            if (kind.name().charAt(0) == initial) {
                return CipherKey.of(kind, value);
            }
        }
        return null;
    }

    private byte[] seal(ByteBuffer record) {
        record.flip();
        int block = chipKey.kind().blockBytes();
        byte[] clear = new byte[(record.limit() + block - 1) / block * block];
        record.get(clear, 0, record.limit());
        byte[] sealed = chipKey.encryptEcb(clear);
        Arrays.fill(clear, (byte) 0);
        return sealed;
    }

    private ByteBuffer open(byte[] sealed) {
        return ByteBuffer.wrap(chipKey.decryptEcb(sealed));
    }
}
