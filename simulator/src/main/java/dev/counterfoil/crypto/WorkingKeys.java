package dev.counterfoil.crypto;

import dev.counterfoil.codec.Hex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * F62 of a sign-in answer: the working keys under the terminal master key, each with a check value of 4 bytes.
 *
 * <pre>
 * 24 bytes   PIK 8,  KCV 4, MAK 8,         KCV 4
 * 40 bytes   PIK 16, KCV 4, MAK in 20 bytes, see {@link MakForm}
 * 60 bytes   as 40, then TDK 16, KCV 4
 * </pre>
 *
 * <p>Under an SM4 master key all keys are SM4 keys of 16 bytes and the MAK form is {@link MakForm#SIXTEEN}.
 */
public final class WorkingKeys {
    private static final int KCV_BYTES = 4;
    private static final int SINGLE = 8;
    private static final int DOUBLE = 16;

    private WorkingKeys() {}

    /** What a working key is for. */
    public enum Role {
        /** Encrypts PIN blocks. */
        PIK,
        /** Authenticates messages. */
        MAK,
        /** Encrypts tracks. */
        TDK
    }

    /**
     * One key as it came out, and whether it is the key that was sent.
     *
     * @param sentKcv the check value beside the key, 8 upper-case hex digits
     * @param ownKcv the check value of {@code key} by the rule of its place
     */
    public record Verdict(Role role, CipherKey key, String sentKcv, String ownKcv) {
        public boolean good() {
            return sentKcv.equals(ownKcv);
        }
    }

    /**
     * A key under the master key, as an HSM returns it.
     *
     * @param key upper-case hex of 8 or 16 bytes
     * @param kcv 8 hex digits
     */
    public record Wrapped(String key, String kcv) {}

    /** What F62 gave. */
    public sealed interface Opened {}

    /** Every check value was right. */
    public record Good(
            CipherKey pik, CipherKey mak, @Nullable CipherKey tdk) implements Opened {}

    /**
     * At least one check value was wrong; a terminal then keeps none of the keys.
     *
     * @param verdicts one for each key in F62, in its order
     */
    public record Failed(List<Verdict> verdicts) implements Opened {
        /** The keys whose check value was wrong, in the order of F62. */
        public List<Role> wrong() {
            return verdicts.stream().filter(v -> !v.good()).map(Verdict::role).toList();
        }

        /** Wipes all keys that came out. */
        public void erase() {
            verdicts.forEach(v -> v.key().erase());
        }
    }

    /** F62 is of no known layout. */
    public record UnknownLength(int lengthBytes) implements Opened {}

    /**
     * Opens F62 with the master key.
     *
     * @throws IllegalArgumentException when {@code form} has no meaning under an SM4 master key
     */
    public static Opened open(CipherKey tmk, byte[] f62, MakForm form) {
        List<Verdict> verdicts = new ArrayList<>();
        switch (f62.length) {
            case 24 -> {
                verdicts.add(verdict(tmk, Role.PIK, f62, 0, SINGLE, SINGLE, SINGLE));
                verdicts.add(verdict(tmk, Role.MAK, f62, 12, SINGLE, SINGLE, SINGLE));
            }
            case 40, 60 -> {
                mustFit(tmk, form);
                verdicts.add(verdict(tmk, Role.PIK, f62, 0, DOUBLE, DOUBLE, DOUBLE));
                verdicts.add(verdict(tmk, Role.MAK, f62, 20, form.keyBytes, form.kcvOffset, form.kcvKeyBytes));
                if (f62.length == 60) {
                    verdicts.add(verdict(tmk, Role.TDK, f62, 40, DOUBLE, DOUBLE, DOUBLE));
                }
            }
            default -> {
                return new UnknownLength(f62.length);
            }
        }
        return judge(verdicts);
    }

    /**
     * F62 of clear keys: 24 bytes for single-length keys, else 40, or 60 with a TDK.
     *
     * @throws IllegalArgumentException when the keys' lengths do not make a layout
     */
    public static byte[] seal(CipherKey tmk, CipherKey pik, CipherKey mak, @Nullable CipherKey tdk, MakForm form) {
        int kcvKeyBytes = pik.lengthBytes() == SINGLE ? SINGLE : form.kcvKeyBytes;
        return assemble(
                wrapped(tmk, pik, pik.lengthBytes()),
                wrapped(tmk, mak, kcvKeyBytes),
                tdk == null ? null : wrapped(tmk, tdk, tdk.lengthBytes()),
                form);
    }

    /** F62 of keys that an HSM has wrapped; see {@link #seal}. */
    public static byte[] assemble(Wrapped pik, Wrapped mak, @Nullable Wrapped tdk, MakForm form) {
        if (pik.key.length() == 2 * SINGLE && tdk == null) {
            byte[] f62 = new byte[24];
            put(f62, 0, pik, SINGLE, SINGLE);
            put(f62, 12, mak, SINGLE, SINGLE);
            return f62;
        }
        byte[] f62 = new byte[tdk == null ? 40 : 60];
        put(f62, 0, pik, DOUBLE, DOUBLE);
        put(f62, 20, mak, form.keyBytes, form.kcvOffset);
        if (tdk != null) {
            put(f62, 40, tdk, DOUBLE, DOUBLE);
        }
        return f62;
    }

    private static void put(byte[] f62, int at, Wrapped key, int keyBytes, int kcvOffset) {
        byte[] value = Hex.bytes(key.key);
        byte[] kcv = Hex.bytes(key.kcv);
        if (value.length != keyBytes || kcv.length != KCV_BYTES) {
            throw new IllegalArgumentException("F62 has room for a key of " + keyBytes
                    + " bytes and a check value of 4, not " + value.length + " and " + kcv.length);
        }
        System.arraycopy(value, 0, f62, at, keyBytes);
        System.arraycopy(kcv, 0, f62, at + kcvOffset, KCV_BYTES);
    }

    private static Wrapped wrapped(CipherKey tmk, CipherKey key, int kcvKeyBytes) {
        return new Wrapped(Hex.of(tmk.wrap(key)), kcv(key, kcvKeyBytes));
    }

    private static Verdict verdict(
            CipherKey tmk, Role role, byte[] f62, int at, int keyBytes, int kcvOffset, int kcvKeyBytes) {
        CipherKind kind = tmk.kind().blockBytes() == DOUBLE ? tmk.kind() : CipherKind.desOf(keyBytes);
        CipherKey key = tmk.unwrap(kind, Arrays.copyOfRange(f62, at, at + keyBytes));
        return new Verdict(role, key, Hex.of(f62, at + kcvOffset, KCV_BYTES), kcv(key, kcvKeyBytes));
    }

    /** The check value of a key, or of single DES under its first 8 bytes where the form says so. */
    private static String kcv(CipherKey key, int kcvKeyBytes) {
        if (kcvKeyBytes >= key.lengthBytes()) {
            return key.kcv();
        }
        CipherKey left = CipherKey.of(CipherKind.DES, Arrays.copyOf(key.clear(), kcvKeyBytes));
        String kcv = left.kcv();
        left.erase();
        return kcv;
    }

    private static Opened judge(List<Verdict> verdicts) {
        if (!verdicts.stream().allMatch(Verdict::good)) {
            return new Failed(List.copyOf(verdicts));
        }
        CipherKey tdk = verdicts.size() == 3 ? verdicts.get(2).key() : null;
        return new Good(verdicts.get(0).key(), verdicts.get(1).key(), tdk);
    }

    private static void mustFit(CipherKey tmk, MakForm form) {
        if (tmk.kind().blockBytes() == DOUBLE && form != MakForm.SIXTEEN) {
            throw new IllegalArgumentException(
                    "under a " + tmk.kind() + " master key the MAK form is SIXTEEN, not " + form);
        }
    }
}
