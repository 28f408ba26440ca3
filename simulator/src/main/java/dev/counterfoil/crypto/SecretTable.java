package dev.counterfoil.crypto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a world by the keyed hash of their value and by their name, and the windows that lead to them.
 *
 * <p>Secrets that have ended stay sought, because a log or a report is read after the fact; only the last
 * {@value #KEPT_ENDED} of them at least are kept, so that a long run does not grow.
 */
final class SecretTable {
    static final int KEPT_ENDED = 1 << 16;

    /** Patterns of at least this many bytes, or packed digits of twice as many, are found by an 8-byte window. */
    private static final int WIDE = 8;

    /** One value of one secret; of the value itself only keyed hashes are kept. */
    static final class Entry {
        final Name name;

        /** The keyed hash of the sought pattern. */
        final long hash;

        /** The pattern's length in bytes: 4 to 64, or 0 for a value that is not sought. */
        final int length;

        /** {@link SecretWindows#hash} of the pattern's first bytes. */
        final int rawWindow;

        /** The same of its first digits packed, or 0 when it is not sought in that form. */
        final int packedWindow;

        boolean ended;
        private boolean dropped;
        private @Nullable Entry sameHash;
        private @Nullable Entry sameName;

        Entry(Name name, long hash, int length, int rawWindow, int packedWindow) {
            this.name = name;
            this.hash = hash;
            this.length = length;
            this.rawWindow = rawWindow;
            this.packedWindow = packedWindow;
        }
    }

    /** What kind of secret, and whose. */
    record Name(String secret, String label) {}

    private final SecretWindows wide;
    private final SecretWindows narrow;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, Entry> lastOfHash = new HashMap<>();
    private final Map<Name, Entry> lastOfName = new HashMap<>();
    private final Deque<Entry> endedInOrder = new ArrayDeque<>();

    /** An empty table over two empty window sets, of 8 and of 4 bytes, which it fills. */
    SecretTable(SecretWindows wide, SecretWindows narrow) {
        this.wide = wide;
        this.narrow = narrow;
    }

    void add(Entry entry) {
        entries.add(entry);
        link(entry);
    }

    /** The entries of that pattern hash and length, the oldest first. */
    List<Entry> ofHash(long hash, int length) {
        List<Entry> found = new ArrayList<>(2);
        for (Entry e = lastOfHash.get(hash); e != null; e = e.sameHash) {
            if (e.length == length) {
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

    /** Marks an entry as ended and lets go of the oldest ended ones when there are too many. */
    void end(Entry entry) {
        entry.ended = true;
        endedInOrder.add(entry);
        if (endedInOrder.size() >= 2 * KEPT_ENDED) {
            dropOldest();
        }
    }

    private void dropOldest() {
        for (int i = 0; i < KEPT_ENDED; i++) {
            Entry oldest = endedInOrder.remove();
            oldest.dropped = oldest.ended;
        }
        entries.removeIf(e -> e.dropped);
        wide.clear();
        narrow.clear();
        lastOfHash.clear();
        lastOfName.clear();
        entries.forEach(this::link);
    }

    private void link(Entry entry) {
        entry.sameHash = lastOfHash.put(entry.hash, entry);
        entry.sameName = lastOfName.put(entry.name, entry);
        if (entry.length > 0) {
            (entry.length >= WIDE ? wide : narrow).add(entry.rawWindow, entry.length, false);
        }
        if (entry.packedWindow != 0) {
            (entry.length >= 2 * WIDE ? wide : narrow).add(entry.packedWindow, entry.length, true);
        }
    }
}
