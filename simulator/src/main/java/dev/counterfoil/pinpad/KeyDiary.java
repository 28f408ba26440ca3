package dev.counterfoil.pinpad;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.trace.Trace;
import java.util.Arrays;

/**
 * Tells the trace what happens to keys, and the witness what is secret.
 *
 * @param pad name of the pad in the trace
 * @param owner whose secrets they are: the terminal's name
 */
record KeyDiary(String pad, String owner, Trace trace, Witness witness) {
    static final String MASTER_KEY = "master key";
    static final String INITIAL_KEY = "initial key";
    static final String DUKPT = "DUKPT key";
    static final String WORKING_KEYS = "working keys";
    static final String CARD_KEY = "card key";
    static final String TRANSPORT_KEY = "transport key";
    static final String RANDOM_NUMBERS = "random numbers";
    static final String CARD_PASSWORD = "card password";
    static final String PIN = "PIN";
    static final String KEY_COMPONENT = "key component";
    static final String CHIP_KEY = "chip key";
    static final String DEVICE_ID = "device id";
    static final String TRACK_DATA = "track data";

    /** A key has entered a slot. */
    void born(PadSlot slot, CipherKey key) {
        byte[] clear = key.clear();
        witness.born(slot == PadSlot.MASTER_KEY ? MASTER_KEY : WORKING_KEYS, owner, clear);
        Arrays.fill(clear, (byte) 0);
    }

    /** What the factory has written into the key chip. */
    void device(String deviceId, CipherKey chipKey) {
        String reason = "written by the factory";
        trace.emit(pad, new KeyLife(owner, DEVICE_ID, "ACTIVE", "", KeyForm.fingerprint(deviceId), reason));
        witness.born(CHIP_KEY, owner, chipKey.clear());
        life(CHIP_KEY, chipKey, "ACTIVE", reason);
    }

    /** A step in the life of the key in a slot. */
    void slot(PadSlot slot, CipherKey key, String state, String reason) {
        life(name(slot), key, state, reason);
    }

    /** A slot that holds no key any more. */
    void empty(PadSlot slot, String state, String reason) {
        trace.emit(pad, new KeyLife(owner, name(slot), state, "", "", reason));
    }

    /** An initial key has come in; only what is derived from it stays. */
    void initialKey(CipherKey key) {
        byte[] clear = key.clear();
        took(INITIAL_KEY, clear);
        used(INITIAL_KEY);
        Arrays.fill(clear, (byte) 0);
    }

    /** A step in the life of what transaction keys are drawn from; there is no one key that could be named. */
    void dukpt(String state, String reason) {
        trace.emit(pad, new KeyLife(owner, DUKPT, state, "", "", reason));
    }

    void life(String name, CipherKey key, String state, String reason) {
        byte[] clear = key.clear();
        String print = witness.fingerprint(clear);
        Arrays.fill(clear, (byte) 0);
        trace.emit(pad, new KeyLife(owner, name, state, key.kcv(), print, reason));
    }

    /** A secret is in working memory. */
    void took(String secret, byte[] value) {
        witness.born(secret, owner, value);
    }

    /** A secret has left working memory, as the witness sees from the places where it was. */
    void wiped(String secret, String reason, byte[]... places) {
        if (witness.alive(secret, owner)) {
            boolean gone = witness.ended(secret, owner, places);
            trace.emit(pad, new KeyLife(owner, secret, gone ? "WIPED" : "HELD", "", "", reason));
        }
    }

    /** A key has left working memory: nothing is in its place any more. */
    void wiped(String secret, String reason, CipherKey key) {
        wiped(secret, reason, key.erased() ? new byte[0] : key.clear());
    }

    /** A secret has been used up, which is no event. */
    void used(String secret) {
        witness.ended(secret, owner);
    }

    void ended(PadSlot slot) {
        witness.ended(slot == PadSlot.MASTER_KEY ? MASTER_KEY : WORKING_KEYS, owner);
    }

    private static String name(PadSlot slot) {
        return switch (slot) {
            case MASTER_KEY -> MASTER_KEY;
            case PIN_KEY -> "PIN key";
            case MAC_KEY -> "MAC key";
            case TRACK_KEY -> "track key";
            case ANSWER_MAC_KEY -> "answer MAC key";
        };
    }
}
