package dev.counterfoil.protocol.iso8583;

import java.util.NoSuchElementException;

/**
 * Where each field of one frame stands: offsets and lengths, no value.
 *
 * <p>All offsets are bytes from the start of the frame. Making one costs no object a field.
 */
public final class Index {
    private final Framing framing;
    private final FieldTable table;
    private final byte[] frame;
    private final long bitmap;
    private final int[] starts;

    Index(Framing framing, FieldTable table, byte[] frame, long bitmap, int[] starts) {
        this.framing = framing;
        this.table = table;
        this.frame = frame;
        this.bitmap = bitmap;
        this.starts = starts;
    }

    /** True when the bitmap names the field. */
    public boolean has(int field) {
        return field > 1 && field <= FieldTable.LAST && ((bitmap >>> (FieldTable.LAST - field)) & 1) != 0;
    }

    /** Offset of the message type. */
    public int mtiOffset() {
        return framing.mtiOffset();
    }

    /** The eight bytes of the bitmap; bit 63 is field 1. */
    public long bitmap() {
        return bitmap;
    }

    /**
     * Offset of the field, at its length prefix if it has one.
     *
     * @throws NoSuchElementException when the message has no such field
     */
    public int offset(int field) {
        if (!has(field)) {
            throw new NoSuchElementException("the message has no F" + field);
        }
        return starts[field];
    }

    /** Offset of the field's value, after its length prefix. */
    public int valueOffset(int field) {
        return offset(field) + table.wire(field).prefixBytes;
    }

    /** Bytes of the field's value, without its length prefix. */
    public int lengthBytes(int field) {
        return table.wire(field).bytes(units(field));
    }

    /** Digits or bytes of the value, as the length prefix counts them. */
    int units(int field) {
        return table.wire(field).units(frame, offset(field));
    }

    String text(int field) {
        return table.wire(field).text(frame, offset(field));
    }

    Framing framing() {
        return framing;
    }

    FieldTable table() {
        return table;
    }

    byte[] frame() {
        return frame;
    }
}
