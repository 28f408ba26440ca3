package dev.counterfoil.protocol.apdu;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Cuts what a stripe reader sends into swipes, each up to and with its carriage return. */
public final class StripeReader {
    private static final int LONGEST_BYTES = 256;

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(0);

    /** The swipes that are complete with this chunk; {@link Stripe#decode} reads one. */
    public List<byte[]> feed(byte[] chunk) {
        List<byte[]> swipes = new ArrayList<>();
        for (byte b : chunk) {
            pending.write(b);
            if (b == Stripe.END || pending.size() == LONGEST_BYTES) {
                swipes.add(pending.toByteArray());
                pending.reset();
            }
        }
        return swipes;
    }
}
