package dev.counterfoil.evidence;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.NamedMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a thief finds enciphered in recorded messages: working keys, PIN blocks and tracks, each as whole blocks. */
public final class Cryptograms {
    private static final int PIN_BLOCK = 52;
    private static final int KEYS = 62;
    private static final int TRACK = 35;
    private static final int KEY_BYTES = 16;
    private static final int KEY_AND_CHECK_VALUE = 20;
    private static final int BLOCK_DIGITS = 16;

    private Cryptograms() {}

    public static List<byte[]> of(List<WireMessage> recorded) {
        List<byte[]> found = new ArrayList<>();
        for (WireMessage message : recorded) {
            IsoMessage iso = message.iso();
            if (iso != null) {
                addKeys(found, iso);
                addBlocks(found, iso);
            }
        }
        return found;
    }

    private static void addKeys(List<byte[]> found, IsoMessage iso) {
        if (!iso.has(KEYS) || !NamedMessage.SIGN_IN_ANSWER.matches(iso)) {
            return;
        }
        byte[] keys = iso.bytes(KEYS);
        for (int at = 0; at + KEY_BYTES <= keys.length; at += KEY_AND_CHECK_VALUE) {
            found.add(Arrays.copyOfRange(keys, at, at + KEY_BYTES));
        }
    }

    private static void addBlocks(List<byte[]> found, IsoMessage iso) {
        if (iso.has(PIN_BLOCK)) {
            found.add(iso.bytes(PIN_BLOCK));
        }
        String track = iso.has(TRACK) ? iso.text(TRACK) : "";
        int end = (track.length() + 1) / 2 * 2 - 2;
        if (end >= BLOCK_DIGITS) {
            found.add(Hex.bytes(track.substring(end - BLOCK_DIGITS, end)));
        }
    }
}
