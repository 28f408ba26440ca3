package dev.counterfoil.crypto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a world by the keyed hash of their value and by their name.
 *
 * <p>Secrets that have ended stay sought, because a log or a report is read after the fact; only the last
 * {@value #KEPT_ENDED} of them at least are kept, so that a long run does not grow.
 */
final class SecretTable {
    static final int KEPT_ENDED = 1 << 16;

    /** One value of one secret; of the value itself only keyed hashes are kept. */
    static final class Entry {
        final Name name;

        /** The keyed hash of the sought pattern. */
        final long hash;

        final SecretIndex.Place place;
        boolean ended;
        private boolean dropped;
        private @Nullable Entry sameHash;
        private @Nullable Entry sameName;

        Entry(Name name, long hash, SecretIndex.Place place) {
            this.name = name;
            this.hash = hash;
            this.place = place;
        }
    }

    /** What kind of secret, and whose. */
    record Name(String secret, String label) {}

    private final SecretIndex index;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, Entry> lastOfHash = new HashMap<>();
    private final Map<Name, Entry> lastOfName = new HashMap<>();
    private final Deque<Entry> endedInOrder = new ArrayDeque<>();

    /** An empty table that keeps {@code index} filled. */
    SecretTable(SecretIndex index) {
        this.index = index;
    }

    void add(Entry entry) {
        entries.add(entry);
        if (index.crowdedBy(entries.size())) {
            rebuild();
        } else {
            link(entry);
        }
    }

    /** The entries of that pattern hash and length, the oldest first. */
    List<Entry> ofHash(long hash, int length) {
        List<Entry> found = new ArrayList<>(2);
        for (Entry e = lastOfHash.get(hash); e != null; e = e.sameHash) {
            if (e.place.length() == length) {
                found.add(0, e);
            }
        }
        return found;
    }

    /** The entries of that name, the oldest first. */
    List<Entry> ofName(Name name) {
        List<Entry> found = new ArrayList<>(2);
        for (Entry e = lastOfName.get(name); e != null; e = e.sameName) {
            found.add(0, e);
        }
        return found;
    }

    /** Whether there was ever a value of that kind, whosever it was. */
    boolean knows(String secret) {
        return lastOfName.keySet().stream().anyMatch(name -> name.secret.equals(secret));
    }

    /** Marks an entry as ended and lets go of the oldest ended ones when there are too many. */
    void end(Entry entry) {
        entry.ended = true;
        endedInOrder.add(entry);
        if (endedInOrder.size() >= 2 * KEPT_ENDED) {
            for (int i = 0; i < KEPT_ENDED; i++) {
                Entry oldest = endedInOrder.remove();
                oldest.dropped = oldest.ended;
            }
            entries.removeIf(e -> e.dropped);
            rebuild();
        }
    }

    private void rebuild() {
        index.clear(entries.size());
        lastOfHash.clear();
        lastOfName.clear();
        entries.forEach(this::link);
    }

    private void link(Entry entry) {
        entry.sameHash = lastOfHash.put(entry.hash, entry);
        entry.sameName = lastOfName.put(entry.name, entry);
        index.add(entry.place);
    }
}
