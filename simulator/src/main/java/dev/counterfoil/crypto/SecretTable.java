package dev.counterfoil.crypto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a world by the keyed hash of their value and by their name.
 *
 * <p>Secrets that have ended stay sought, because a log or a report is read after the fact; only the last
 * {@value #KEPT_ENDED} of them at least are kept, so that a long run does not grow.
 */
final class SecretTable {
    static final int KEPT_ENDED = 1 << 16;

    private static final int LEAST_CHAINS = 16;

    /** One value of one secret; of the value itself only keyed hashes are kept. */
    static final class Entry extends SecretIndex.Place {
        /** What kind of secret it is. */
        final String secret;

        /** Whose it is. */
        final String label;

        /** The keyed hash of the sought pattern. */
        final long hash;

        boolean ended;
        private @Nullable Entry nextByHash;
        private @Nullable Entry nextByName;

        Entry(String secret, String label, long hash, SecretIndex index, byte[] pattern) {
            super(index, pattern);
            this.secret = secret;
            this.label = label;
            this.hash = hash;
        }

        boolean named(String otherSecret, String otherLabel) {
            return secret.equals(otherSecret) && label.equals(otherLabel);
        }
    }

    private final SecretIndex index;
    private final List<Entry> entries = new ArrayList<>();
    private final Deque<Entry> endedInOrder = new ArrayDeque<>();

    /**
     * Two hash tables, whose chains run through the entries. By name there are those that have not ended, and one that
     * has: a pad that draws ten thousand random numbers has ten thousand of one name.
     */
    private @Nullable Entry[] byHash = new @Nullable Entry[LEAST_CHAINS];

    private @Nullable Entry[] byName = new @Nullable Entry[LEAST_CHAINS];

    /** An empty table that keeps {@code index} filled. */
    SecretTable(SecretIndex index) {
        this.index = index;
    }

    void add(Entry entry) {
        entries.add(entry);
        if (entries.size() > byHash.length || index.crowdedBy(entries.size())) {
            rebuild();
        } else {
            link(entry);
        }
    }

    /** The entries of that pattern hash and length, the oldest first. */
    List<Entry> ofHash(long hash, int length) {
        List<Entry> found = new ArrayList<>(2);
        for (Entry e = byHash[chain(Long.hashCode(hash))]; e != null; e = e.nextByHash) {
            if (e.hash == hash && e.length == length) {
                found.add(0, e);
            }
        }
        return found;
    }

    /** The entries of that name that have not ended, the oldest first; with one that has, if there is any. */
    List<Entry> ofName(String secret, String label) {
        List<Entry> found = new ArrayList<>(2);
        for (Entry e = byName[chain(hashOfName(secret, label))]; e != null; e = e.nextByName) {
            if (e.named(secret, label)) {
                found.add(0, e);
            }
        }
        return found;
    }

    /** Whether there was ever a value of that kind, whosever it was. */
    boolean knows(String secret) {
        return entries.stream().anyMatch(entry -> entry.secret.equals(secret));
    }

    /** Marks an entry as ended and lets go of the oldest ended ones when there are too many. */
    void end(Entry entry) {
        unlinkName(entry);
        entry.ended = true;
        linkName(entry);
        endedInOrder.add(entry);
        if (endedInOrder.size() >= 2 * KEPT_ENDED) {
            Set<Entry> oldest = new HashSet<>();
            for (int i = 0; i < KEPT_ENDED; i++) {
                oldest.add(endedInOrder.remove());
            }
            entries.removeIf(e -> e.ended && oldest.contains(e));
            rebuild();
        }
    }

    /** An entry that has ended is there again. */
    void revive(Entry entry) {
        unlinkName(entry);
        entry.ended = false;
        linkName(entry);
    }

    private void rebuild() {
        int chains = Math.max(LEAST_CHAINS, Integer.highestOneBit(entries.size()) << 1);
        index.clear(entries.size());
        byHash = new @Nullable Entry[chains];
        byName = new @Nullable Entry[chains];
        entries.forEach(this::link);
    }

    private void link(Entry entry) {
        int hash = chain(Long.hashCode(entry.hash));
        entry.nextByHash = byHash[hash];
        byHash[hash] = entry;
        linkName(entry);
        index.add(entry);
    }

    private void linkName(Entry entry) {
        int chain = chain(hashOfName(entry.secret, entry.label));
        for (Entry e = byName[chain]; entry.ended && e != null; e = e.nextByName) {
            if (e.ended && e.named(entry.secret, entry.label)) {
                return;
            }
        }
        entry.nextByName = byName[chain];
        byName[chain] = entry;
    }

    private void unlinkName(Entry entry) {
        int chain = chain(hashOfName(entry.secret, entry.label));
        Entry before = null;
        for (Entry e = byName[chain]; e != null && e != entry; e = e.nextByName) {
            before = e;
        }
        if (before == null) {
            byName[chain] = byName[chain] == entry ? entry.nextByName : byName[chain];
        } else if (before.nextByName == entry) {
            before.nextByName = entry.nextByName;
        }
    }

    private int chain(int hash) {
        return (hash ^ hash >>> 16) & (byHash.length - 1);
    }

    private static int hashOfName(String secret, String label) {
        return 31 * secret.hashCode() + label.hashCode();
    }
}
