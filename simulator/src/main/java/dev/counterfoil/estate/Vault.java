package dev.counterfoil.estate;

import dev.counterfoil.clock.RandomStreams;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.crypto.dukpt.Dukpt;
import dev.counterfoil.crypto.dukpt.DukptScheme;
import dev.counterfoil.crypto.dukpt.Ksn;
import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.host.keys.KeySerial;
import dev.counterfoil.hsm.HsmEngine;
import dev.counterfoil.trace.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a world starts with: given by the estate or drawn from the seed, and brought into an HSM the way a
 * ceremony would.
 */
final class Vault {
    private static final int DOUBLE_LENGTH_BYTES = 16;

    private static final String BDK_TYPE = "009";

    private final RandomStreams streams;
    private final Witness witness;
    private final Trace trace;
    private final Map<String, Ksn> firstSerials = new HashMap<>();
    private long dukptDevices;

    Vault(RandomStreams streams, Witness witness, Trace trace) {
        this.streams = streams;
        this.witness = witness;
        this.trace = trace;
    }

    /** A double-length key with odd parity; see {@link #key(String, CipherKind, int, String)}. */
    CipherKey key(String name, @Nullable String given) {
        return key(name, CipherKind.TDES, DOUBLE_LENGTH_BYTES, given);
    }

    /**
     * A key with odd parity.
     *
     * @param name of its random stream, such as {@code key/T1/master}
     * @param kind of a key of 16 bytes; one of 8 is of single DES
     * @param lengthBytes 8 or 16, of a key that is drawn
     * @param given hex in place of a draw, or null
     * @throws EstateProblem when 8 bytes are given for a key of SM4
     */
    CipherKey key(String name, CipherKind kind, int lengthBytes, @Nullable String given) {
        byte[] clear = given == null ? streams.fork(name).bytes(lengthBytes) : Hex.bytes(given);
        boolean single = clear.length < DOUBLE_LENGTH_BYTES;
        if (single && kind == CipherKind.SM4) {
            throw new EstateProblem(name + " has " + clear.length + " bytes, and a key of SM4 has "
                    + DOUBLE_LENGTH_BYTES + "; give 32 hex digits");
        }
        return CipherKey.of(single ? CipherKind.DES : kind, OddParity.set(clear));
    }

    /** The base derivation key of a scheme, of odd parity as the HSM's LMK wants it. */
    private CipherKey baseKey(DukptScheme scheme, @Nullable String given) {
        byte[] clear = given == null
                ? OddParity.set(streams.fork("key/bdk/" + scheme).bytes(DOUBLE_LENGTH_BYTES))
                : Hex.bytes(given);
        return CipherKey.of(scheme == DukptScheme.AES ? CipherKind.AES : CipherKind.TDES, clear);
    }

    /** The device that a terminal is from the start, and with it whoever has copied its keys. */
    DukptLoad firstLoad(String owner, DukptScheme scheme, Estate.TestKeys given, HsmEngine engine) {
        String known = given.ksn();
        if (known != null && known.length() != 2 * scheme.ksnBytes()) {
            throw new EstateProblem("terminal " + owner + ": keys.ksn has " + known.length() + " digits, and a "
                    + scheme + " device has a KSN of " + 2 * scheme.ksnBytes());
        }
        Ksn serial = firstSerials.computeIfAbsent(owner, o -> known == null ? nextSerial(scheme) : Ksn.ofHex(known));
        return dukptLoad(serial, baseKey(scheme, given.bdk()), engine);
    }

    /** A device that nobody in this world has been yet, loaded at the bank. */
    DukptLoad dukptLoad(DukptScheme scheme, HsmEngine engine) {
        return dukptLoad(nextSerial(scheme), baseKey(scheme, null), engine);
    }

    private Ksn nextSerial(DukptScheme scheme) {
        long device = ++dukptDevices;
        return Ksn.ofHex(
                scheme == DukptScheme.AES
                        ? String.format(Locale.ROOT, "98765432%08X00000000", device)
                        : String.format(Locale.ROOT, "FFFF987654%010X", device << scheme.counterBits()));
    }

    private DukptLoad dukptLoad(Ksn serial, CipherKey bdk, HsmEngine engine) {
        witness.born("base derivation key", "bank", bdk.clear());
        KeySerial known = new KeySerial(form(engine, "HSM", BDK_TYPE, bdk), bdk.kcv(), serial, null);
        DukptLoad load = new DukptLoad(Dukpt.initialKey(bdk, serial), known);
        bdk.erase();
        return load;
    }

    /**
     * What a terminal and its host get for DUKPT.
     *
     * @param initialKey for the pad
     * @param serial for the host; its KSN has a counter of 0 unless the estate gives another
     */
    record DukptLoad(CipherKey initialKey, KeySerial serial) {
        Ksn ksn() {
            return serial.last();
        }
    }

    /** Brings a key into an HSM and tells the trace, as the HSM does of the keys that it makes itself. */
    String form(HsmEngine engine, String hsm, String keyType, CipherKey key) {
        String form = engine.formKey(keyType, List.of(key.clear()));
        trace.emit(hsm, new KeyForm(KeyForm.fingerprint(form), witness.fingerprint(key.clear())));
        return form;
    }
}
