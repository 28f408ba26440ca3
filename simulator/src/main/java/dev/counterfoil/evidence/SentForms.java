package dev.counterfoil.evidence;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.life.KeyForm;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fingerprints of everything in some messages that could be a key's cryptogram, as bytes or as hex digits. */
public final class SentForms {
    /** What stands before the digits under a local master key, by the scheme; the terminal's form has nothing. */
    private static final List<String> SCHEMES = List.of("", "U", "X");

    private static final int[] LENGTHS_BYTES = {8, 16};

    private final Set<String> prints = new HashSet<>();

    public SentForms(List<WireMessage> messages) {
        messages.forEach(message -> add(message.bytes()));
    }

    public boolean hold(String fingerprint) {
        return prints.contains(fingerprint);
    }

    private void add(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int length : LENGTHS_BYTES) {
            for (int at = 0; at + length <= bytes.length; at++) {
                add(Hex.of(bytes, at, length));
            }
            for (int at = 0; at + 2 * length <= bytes.length; at++) {
                addDigits(text.substring(at, at + 2 * length));
            }
        }
    }

    private void addDigits(String digits) {
        if (digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            add(digits);
        }
    }

    private void add(String digits) {
        SCHEMES.forEach(scheme -> prints.add(KeyForm.fingerprint(scheme + digits)));
    }
}
