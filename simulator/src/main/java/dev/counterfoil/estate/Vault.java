package dev.counterfoil.estate;

import dev.counterfoil.clock.RandomStreams;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.hsm.HsmEngine;
import dev.counterfoil.trace.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a world starts with: given by the estate or drawn from the seed, and brought into an HSM the way a
 * ceremony would.
 */
final class Vault {
    private static final int DOUBLE_LENGTH_BYTES = 16;

    private final RandomStreams streams;
    private final Witness witness;
    private final Trace trace;

    Vault(RandomStreams streams, Witness witness, Trace trace) {
        this.streams = streams;
        this.witness = witness;
        this.trace = trace;
    }

    /** A double-length key with odd parity; see {@link #key(String, int, String)}. */
    CipherKey key(String name, @Nullable String given) {
        return key(name, DOUBLE_LENGTH_BYTES, given);
    }

    /**
     * A key with odd parity.
     *
     * @param name of its random stream, such as {@code key/T1/master}
     * @param lengthBytes 8 or 16, of a key that is drawn
     * @param given hex in place of a draw, or null
     */
    CipherKey key(String name, int lengthBytes, @Nullable String given) {
        byte[] clear = given == null ? streams.fork(name).bytes(lengthBytes) : Hex.bytes(given);
        OddParity.set(clear);
        return CipherKey.of(clear.length == 8 ? CipherKind.DES : CipherKind.TDES, clear);
    }

    /** Brings a key into an HSM and tells the trace, as the HSM does of the keys that it makes itself. */
    String form(HsmEngine engine, String hsm, String keyType, CipherKey key) {
        String form = engine.formKey(keyType, List.of(key.clear()));
        trace.emit(hsm, new KeyForm(KeyForm.fingerprint(form), witness.fingerprint(key.clear())));
        return form;
    }
}
