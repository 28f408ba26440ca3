package dev.counterfoil.crypto.life;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.trace.TraceEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The HSM has made or taken in a key: the fingerprint of one of its cryptograms and that of the clear key belong
 * together.
 *
 * @param form fingerprint of the cryptogram
 * @param print fingerprint of the clear key
 */
public record KeyForm(String form, String print) implements TraceEvent {
    private static final int FINGERPRINT_BYTES = 4;

    /** The fingerprint of a cryptogram: the first 4 bytes of SHA-256 over its characters, 8 hex digits. */
    public static String fingerprint(String cryptogram) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Hex.of(sha256.digest(cryptogram.getBytes(StandardCharsets.US_ASCII)), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String kind() {
        return "key.form";
    }

    @Override
    public void tell(Teller teller) {
        teller.text("form", form).text("print", print);
    }
}
