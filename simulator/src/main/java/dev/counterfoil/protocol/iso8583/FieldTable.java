package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dialect's fields by number. */
final class FieldTable {
    static final int LAST = 64;

    private final @Nullable FieldWire[] wires = new FieldWire[LAST + 1];

    FieldTable(List<FieldSpec> fields, int padNibble) {
        for (FieldSpec spec : fields) {
            wires[spec.number()] = new FieldWire(spec, padNibble);
        }
    }

    /**
     * A field, 2 to 64.
     *
     * @throws Malformed when the dialect has none of this number
     */
    FieldWire wire(int field) {
        FieldWire wire = wires[field];
        if (wire == null) {
            throw new Malformed("F" + field, 0, "a field of the dialect", "one that it does not have");
        }
        return wire;
    }

    /** The line that a path such as {@code F39} names, or null. */
    @Nullable
    FieldSpec find(String path) {
        for (FieldWire wire : wires) {
            if (wire != null && wire.spec.path().equals(path)) {
                return wire.spec;
            }
        }
        return null;
    }

    FieldSpec spec(int field) {
        return wire(field).spec;
    }

    /** True when both tables write the field in the same way. */
    boolean sameWire(FieldTable other, int field) {
        return this == other || spec(field).equals(other.spec(field));
    }

    /**
     * Finds every field that the bitmap names.
     *
     * @param p offset of the first field
     * @param starts filled with each field's offset; what was found stays there when a later field is malformed
     * @param strict true to refuse nibbles above nine in numbers
     * @throws Malformed at the first field whose length is wrong or whose bytes are missing, and at bytes left over
     */
    void scan(byte[] frame, long bitmap, int p, int[] starts, boolean strict) {
        if (bitmap < 0) {
            throw new Malformed("F1", p, "no secondary bitmap", "bit 1 set");
        }
        int at = p;
        for (long rest = bitmap; rest != 0; ) {
            int n = Long.numberOfLeadingZeros(rest) + 1;
            rest &= ~(1L << (LAST - n));
            int end = wire(n).end(frame, at, strict);
            starts[n] = at;
            at = end;
        }
        if (at != frame.length) {
            throw new Malformed("frame", at, "the end of the message", frame.length - at + " bytes more");
        }
    }
}
