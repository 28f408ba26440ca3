package dev.counterfoil.protocol.apdu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts what a stripe reader sends into swipes, each up to and with its carriage return. */
public final class StripeReader {
    private static final int LONGEST_BYTES = 256;
    private static final byte[] NONE = {};

    private byte[] pending = NONE;

    /** The swipes that are complete with this chunk; {@link Stripe#decode} reads one. */
    public List<byte[]> feed(byte[] chunk) {
        List<byte[]> swipes = new ArrayList<>();
        byte[] all = Arrays.copyOf(pending, pending.length + chunk.length);
        System.arraycopy(chunk, 0, all, pending.length, chunk.length);
        int start = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == Stripe.END || at - start == LONGEST_BYTES - 1) {
                swipes.add(Arrays.copyOfRange(all, start, at + 1));
                start = at + 1;
            }
        }
        pending = start == all.length ? NONE : Arrays.copyOfRange(all, start, all.length);
        return swipes;
    }
}
