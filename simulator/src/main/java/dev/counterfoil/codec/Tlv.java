package dev.counterfoil.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One BER-TLV data object of EMV: a tag of 1 to 4 bytes, a definite length, a value.
 *
 * <p>Filler bytes 00 before, between and after data objects are skipped (EMV Book 3, annex B). Lengths are written in
 * their shortest form. Printing shows the tag and the length, never the value.
 */
public final class Tlv {
    private final int tag;
    private final byte[] value;
    private final int offset;
    private final int valueOffset;

    private Tlv(int tag, byte[] value, int offset, int valueOffset) {
        this.tag = tag;
        this.value = value;
        this.offset = offset;
        this.valueOffset = valueOffset;
    }

    /**
     * A data object.
     *
     * @param tag its tag as a number, such as {@code 0x9F26}
     * @param value 0 to 65535 bytes, copied
     */
    public static Tlv of(int tag, byte[] value) {
        byte[] head = head(tag, value.length);
        return new Tlv(tag, value.clone(), 0, head.length);
    }

    /** A data object with a tag in hex, such as {@code "9F26"}. */
    public static Tlv of(String tag, byte[] value) {
        return of(Integer.parseUnsignedInt(tag, 16), value);
    }

    /**
     * The data objects of {@code data}, in order; templates are not opened, see {@link #children()}.
     *
     * @throws Malformed naming the tag at fault
     */
    public static List<Tlv> parse(byte[] data) {
        return parse(data, 0, data.length);
    }

    /**
     * The data objects of {@code length} bytes from {@code offset}; offsets are counted from the start of {@code data}.
     *
     * @throws Malformed naming the tag at fault
     */
    public static List<Tlv> parse(byte[] data, int offset, int length) {
        List<Tlv> found = new ArrayList<>();
        int end = offset + length;
        int p = offset;
        while (p < end) {
            if (data[p] == 0) {
                p++;
                continue;
            }
            Tlv tlv = one(data, p, end);
            found.add(tlv);
            p = tlv.valueOffset + tlv.value.length;
        }
        return found;
    }

    private static Tlv one(byte[] data, int start, int end) {
        int p = start;
        int tag = data[p++] & 0xFF;
        if ((tag & 0x1F) == 0x1F) {
            int next;
            do {
                if (p == end || p - start == 4) {
                    throw new Malformed(name(tag), p, "the rest of a tag of up to 4 bytes", end - p + " bytes left");
                }
                next = data[p++] & 0xFF;
                tag = (tag << 8) | next;
            } while ((next & 0x80) != 0);
        }
        int lengthAt = p;
        int length = p < end ? data[p++] & 0xFF : -1;
        if (length > 0x80) {
            int bytes = length & 0x7F;
            if (bytes > 2 || bytes > end - p) {
                throw new Malformed(name(tag), lengthAt, "a length of up to 2 further bytes", bytes + " further bytes");
            }
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = (length << 8) | (data[p++] & 0xFF);
            }
        } else if (length == 0x80 || length < 0) {
            String what = length < 0 ? "the end of the data" : "indefinite form";
            throw new Malformed(name(tag), lengthAt, "a definite length", what);
        }
        if (length > end - p) {
            throw new Malformed(name(tag), lengthAt, "a length of at most " + (end - p), Integer.toString(length));
        }
        return new Tlv(tag, Arrays.copyOfRange(data, p, p + length), start, p);
    }

    /** The first data object with this tag, or null. */
    public static @Nullable Tlv find(List<Tlv> objects, int tag) {
        for (Tlv object : objects) {
            if (object.tag == tag) {
                return object;
            }
        }
        return null;
    }

    /** The data objects one after the other. */
    public static byte[] encode(List<Tlv> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Tlv object : objects) {
            out.writeBytes(object.encode());
        }
        return out.toByteArray();
    }

    /** Tag, shortest length and value. */
    public byte[] encode() {
        byte[] head = head(tag, value.length);
        byte[] out = Arrays.copyOf(head, head.length + value.length);
        System.arraycopy(value, 0, out, head.length, value.length);
        return out;
    }

    private static byte[] head(int tag, int length) {
        int tagBytes = tag >>> 24 != 0 ? 4 : tag >>> 16 != 0 ? 3 : tag >>> 8 != 0 ? 2 : 1;
        int lengthBytes = length < 0x80 ? 1 : length < 0x100 ? 2 : 3;
        if (length > 0xFFFF) {
            throw new IllegalArgumentException("value of " + length + " bytes, at most 65535");
        }
        byte[] head = new byte[tagBytes + lengthBytes];
        for (int i = 0; i < tagBytes; i++) {
            head[i] = (byte) (tag >>> (8 * (tagBytes - 1 - i)));
        }
        if (lengthBytes > 1) {
            head[tagBytes] = (byte) (0x80 | (lengthBytes - 1));
        }
        if (lengthBytes == 3) {
            head[tagBytes + 1] = (byte) (length >> 8);
        }
        head[head.length - 1] = (byte) length;
        return head;
    }

    /** The tag as a number, such as {@code 0x9F26}. */
    public int tag() {
        return tag;
    }

    /** The tag in hex, such as {@code 9F26}. */
    public String name() {
        return name(tag);
    }

    private static String name(int tag) {
        String hex = Integer.toHexString(tag).toUpperCase(java.util.Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }

    /** A copy of the value. */
    public byte[] value() {
        return value.clone();
    }

    /** The value in upper-case hex. */
    public String hex() {
        return Hex.of(value);
    }

    public int lengthBytes() {
        return value.length;
    }

    /** Where the tag begins in the bytes it was parsed from; 0 when it was not parsed. */
    public int offset() {
        return offset;
    }

    /** Where the value begins in the bytes it was parsed from; after the head when it was not parsed. */
    public int valueOffset() {
        return valueOffset;
    }

    /** True for a template, whose value is data objects. */
    public boolean constructed() {
        int first = tag;
        while (first >>> 8 != 0) {
            first >>>= 8;
        }
        return (first & 0x20) != 0;
    }

    /**
     * The data objects of a template; their offsets count from the start of this object's value.
     *
     * @throws Malformed when the value is not made of data objects
     */
    public List<Tlv> children() {
        return parse(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tlv that && tag == that.tag && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * tag + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return name() + " (" + value.length + " bytes)";
    }
}
