package dev.counterfoil.crypto;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.SecretTable.Entry;
import java.nio.ByteBuffer;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.SipHash;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * What a world knows of its secrets in order to see them in clear: keyed hashes, never a value.
 *
 * <p>Owners report a secret's birth and its end; {@link #scan} slides over bytes that crossed a wire, went into a store
 * or were written for people. A secret stays sought after its end, since logs and reports are read later. The key of
 * the hashes comes from the world's seed, so one world's fingerprints say nothing in another.
 */
public final class Witness {
    private final SecretIndex index;
    private final SecretTable table;
    private final SipHash patternHash = new SipHash();
    private final SipHash fingerprintHash = new SipHash();

    /** The witness of the world with that seed. */
    public Witness(long worldSeed) {
        ByteBuffer keys = ByteBuffer.wrap(stream(worldSeed));
        patternHash.init(next(keys));
        fingerprintHash.init(next(keys));
        index = new SecretIndex(keys);
        table = new SecretTable(index);
    }

    /**
     * A secret has come into being. A name may have several values, such as the PINs that one pad took in a day.
     *
     * @param secret what kind it is, in the words of the scenarios: {@code "master key"}, {@code "PIN block"}
     * @param label whose it is: {@code "T1"}
     * @param value the value as its owner holds it; digits (passwords, account numbers, tracks) in ASCII, so that they
     *     are sought packed as well. Sought are values of 4 bytes and more, by their first 64 bytes
     */
    public synchronized void born(String secret, String label, byte[] value) {
        byte[] pattern = SecretPattern.of(value);
        long hash = hash(pattern.length == 0 ? value : pattern);
        for (Entry known : table.ofHash(hash, pattern.length)) {
            if (known.named(secret, label)) {
                table.revive(known);
                return;
            }
        }
        table.add(new Entry(secret, label, hash, index, pattern));
    }

    /**
     * Their owner says that all values of that name are wiped, and shows the places where they were.
     *
     * @return whether they have ended: none of the places holds one of them
     */
    public synchronized boolean ended(String secret, String label, byte[]... places) {
        for (byte[] place : places) {
            if (known(SecretPattern.of(place)).stream().anyMatch(entry -> entry.named(secret, label))) {
                return false;
            }
        }
        table.ofName(secret, label).stream().filter(entry -> !entry.ended).forEach(table::end);
        return true;
    }

    /** Whether a value of that kind was ever born, whosever it was. */
    public synchronized boolean knows(String secret) {
        return table.knows(secret);
    }

    /** Whether a value of that name was born and has not ended. */
    public synchronized boolean alive(String secret, String label) {
        return table.ofName(secret, label).stream().anyMatch(e -> !e.ended);
    }

    /** Whether a value of that name was born, and all of them have ended. */
    public synchronized boolean hasEnded(String secret, String label) {
        List<Entry> values = table.ofName(secret, label);
        return !values.isEmpty() && values.stream().allMatch(e -> e.ended);
    }

    /**
     * The secrets in {@code length} bytes from {@code offset}: as they are, as ASCII hex of either case, and as packed
     * decimal starting in either half of a byte.
     *
     * @return the sightings ordered by their offsets; usually none
     */
    public synchronized List<Sighting> scan(byte[] data, int offset, int length) {
        return new WitnessScan(this, index, data, offset, offset + length).run();
    }

    /** {@link #scan(byte[], int, int)} of the whole array. */
    public List<Sighting> scan(byte[] data) {
        return scan(data, 0, data.length);
    }

    /**
     * A keyed hash to compare values by without showing them: 8 upper-case hex digits, the same throughout one world.
     */
    public synchronized String fingerprint(byte[] value) {
        fingerprintHash.update(value, 0, value.length);
        return Hex.of(ByteBuffer.allocate(8).putLong(fingerprintHash.doFinal()).array(), 0, 4);
    }

    /** The secrets with that pattern. */
    List<Entry> known(byte[] pattern) {
        return table.ofHash(hash(pattern), pattern.length);
    }

    private long hash(byte[] data) {
        patternHash.update(data, 0, data.length);
        return patternHash.doFinal();
    }

    private static KeyParameter next(ByteBuffer keys) {
        byte[] key = new byte[16];
        keys.get(key);
        return new KeyParameter(key);
    }

    /** 96 bytes that depend on the seed and on nothing else. */
    private static byte[] stream(long worldSeed) {
        byte[] out = new byte[96];
        SHA256Digest digest = new SHA256Digest();
        for (int part = 0; part < 3; part++) {
            byte[] seed =
                    ByteBuffer.allocate(9).putLong(worldSeed).put((byte) part).array();
            digest.update(seed, 0, seed.length);
            digest.doFinal(out, 32 * part);
        }
        return out;
    }
}
