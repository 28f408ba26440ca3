package dev.counterfoil.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records by kind and name: a hash table with open addressing in one array, because a large world has a million small
 * records and none shall cost an object more. A record that is removed leaves its place to itself, until the table is
 * laid out anew.
 */
abstract class RecordTable {
    private static final int NAME = 1;
    private static final int RECORD = 2;
    private static final int STRIDE = 3;
    private static final int LEAST_PLACES = 4;

    /** At each place kind, name and record; nulls where nothing is. */
    private @Nullable Object[] cells = new @Nullable Object[STRIDE * LEAST_PLACES];

    private int taken;

    byte @Nullable [] get(RecordKind kind, String name) {
        return record(place(kind, name));
    }

    void put(RecordKind kind, String name, byte[] record) {
        int at = place(kind, name);
        if (cells[at] == null) {
            if (4 * (taken + 1) > 3 * places()) {
                layOut();
                at = place(kind, name);
            }
            taken++;
            cells[at] = kind;
            cells[at + NAME] = name;
        }
        cells[at + RECORD] = record;
    }

    void remove(RecordKind kind, String name) {
        cells[place(kind, name) + RECORD] = null;
    }

    /** In ascending order. */
    public List<String> names(RecordKind kind) {
        List<String> names = new ArrayList<>();
        for (int at = 0; at < cells.length; at += STRIDE) {
            if (cells[at] == kind && record(at) != null && cells[at + NAME] instanceof String name) {
                names.add(name);
            }
        }
        names.sort(null);
        return names;
    }

    /** Makes room, twice as much as there are records at least. */
    private void layOut() {
        @Nullable Object[] before = cells;
        int live = 0;
        for (int at = 0; at < before.length; at += STRIDE) {
            live += record(at) == null ? 0 : 1;
        }
        cells = new @Nullable Object[STRIDE * Math.max(LEAST_PLACES, Integer.highestOneBit(live) << 2)];
        taken = 0;
        for (int at = 0; at < before.length; at += STRIDE) {
            if (before[at] instanceof RecordKind kind
                    && before[at + NAME] instanceof String name
                    && before[at + RECORD] instanceof byte[] record) {
                put(kind, name, record);
            }
        }
    }

    /** Where a record is, or would be. */
    private int place(RecordKind kind, String name) {
        int hash = 31 * name.hashCode() + kind.name().hashCode();
        int at = (hash ^ hash >>> 15) & (places() - 1);
        while (cells[STRIDE * at] != null && (cells[STRIDE * at] != kind || !name.equals(cells[STRIDE * at + NAME]))) {
            at = (at + 1) & (places() - 1);
        }
        return STRIDE * at;
    }

    private int places() {
        return cells.length / STRIDE;
    }

    private byte @Nullable [] record(int at) {
        return (byte[]) cells[at + RECORD];
    }
}
