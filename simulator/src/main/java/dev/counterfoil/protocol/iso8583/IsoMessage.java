package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Bcd;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One ISO 8583 message, immutable.
 *
 * <p>A message that was unpacked keeps its bytes and reads a value when it is asked for; what was not set anew is
 * packed again as it came, spare nibbles included. Values are text: digits ({@code D} for a track's separator),
 * characters, or upper-case hex for binary fields. Printing shows the type and the field numbers, never a value.
 */
public final class IsoMessage {
    /** A {@link #processingRequest} that wants a sign-in before the next transaction. */
    public static final char SIGN_IN_AGAIN = '3';

    private static final int PROCESSING_REQUEST = 5;

    private final String mti;
    private final @Nullable String tpdu;
    private final @Nullable String header;
    private final @Nullable String lri;
    private final long bitmap;
    private final @Nullable Object[] values;
    private final @Nullable Index wire;

    private IsoMessage(Builder from) {
        mti = from.mti;
        tpdu = from.tpdu;
        header = from.header;
        lri = from.lri;
        bitmap = from.bitmap;
        values = from.values.clone();
        wire = from.wire;
    }

    /** A message just unpacked. */
    IsoMessage(Index wire) {
        mti = Bcd.digits(wire.frame(), wire.mtiOffset(), 4);
        tpdu = null;
        header = null;
        lri = null;
        bitmap = wire.bitmap();
        values = NONE;
        this.wire = wire;
    }

    private static final int USUAL_F59_DIGITS = 3;
    private static final @Nullable Object[] NONE = new Object[FieldTable.LAST + 1];

    /** A builder of an empty message of this type, such as {@code "0200"}. */
    public static Builder of(String mti) {
        return new Builder(mti);
    }

    /**
     * A builder of the answer to {@code request}: the answering type (0200 to 0210), the TPDU with its addresses
     * swapped, the same header; no fields yet.
     */
    public static Builder answerTo(IsoMessage request) {
        return answerTo(request, answerType(request.mti));
    }

    /** The message type that answers this one: 0200 to 0210, 0320 to 0330. */
    public static String answerType(String mti) {
        char[] type = mti.toCharArray();
        type[2] = type[2] == '2' ? '3' : type[2] == '0' ? '1' : type[2];
        return new String(type);
    }

    /** The same with a message type of its own. */
    public static Builder answerTo(IsoMessage request, String mti) {
        Builder answer = of(mti);
        String tpdu = request.tpdu();
        answer.tpdu = tpdu.length() == 10 ? tpdu.substring(0, 2) + tpdu.substring(6) + tpdu.substring(2, 6) : null;
        answer.header = request.header();
        return answer;
    }

    /** Four digits. */
    public String mti() {
        return mti;
    }

    /** Ten digits: id, destination, origin; empty when there is none. */
    public String tpdu() {
        return tpdu != null
                ? tpdu
                : wire == null
                        ? ""
                        : hex(wire.framing().tpduOffset(), wire.framing().tpduBytes());
    }

    /** Twelve digits, or four where the dialect has a bare version; empty when there is none. */
    public String header() {
        return header != null
                ? header
                : wire == null
                        ? ""
                        : hex(wire.framing().headerOffset(), wire.framing().headerBytes());
    }

    /** The sixth digit of the header: what the host wants of the terminal; 0 where there is none. */
    public char processingRequest() {
        String digits = header();
        return digits.length() > PROCESSING_REQUEST ? digits.charAt(PROCESSING_REQUEST) : '0';
    }

    /** The line record of a network access controller in hex; empty when there is none. */
    public String lri() {
        return lri != null
                ? lri
                : wire == null
                        ? ""
                        : hex(wire.framing().lriOffset(), wire.framing().lriBytes());
    }

    private String hex(int offset, int length) {
        return Hex.of(Objects.requireNonNull(wire).frame(), offset, length);
    }

    /** True when the message has the field, 2 to 64. */
    public boolean has(int field) {
        return field > 1 && field <= FieldTable.LAST && ((bitmap >>> (FieldTable.LAST - field)) & 1) != 0;
    }

    /**
     * The value of a field: digits, characters, or upper-case hex.
     *
     * @throws NoSuchElementException when the message has no such field
     */
    public String text(int field) {
        Object value = set(field);
        return value == null
                ? unpacked(field).text(field)
                : value instanceof String text ? text : Hex.of((byte[]) value);
    }

    /** As {@link #text}, or null when the message has no such field. */
    public @Nullable String textOrNull(int field) {
        return has(field) ? text(field) : null;
    }

    /**
     * The value of a field as bytes: those of a binary field, one for each character of the others.
     *
     * @throws NoSuchElementException when the message has no such field
     */
    public byte[] bytes(int field) {
        Object value = set(field);
        if (value == null) {
            Index index = unpacked(field);
            return index.table().wire(field).valueBytes(index.frame(), index.offset(field));
        }
        return value instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : ((byte[]) value).clone();
    }

    /** String or byte[]. */
    Object value(int field) {
        Object value = set(field);
        if (value != null) {
            return value;
        }
        Index index = unpacked(field);
        return index.table().wire(field).binary ? bytes(field) : index.text(field);
    }

    private Index unpacked(int field) {
        if (wire == null || !has(field)) {
            throw new NoSuchElementException(mti + " has no F" + field);
        }
        return wire;
    }

    /** The value that was set, or null when it is still on the wire or absent. */
    @Nullable
    Object set(int field) {
        return field > 1 && field <= FieldTable.LAST ? values[field] : null;
    }

    /**
     * A subfield, tag or whole field by its path, such as {@code F60.3}, {@code F55.9F26}, {@code F48.1} or
     * {@code F39}; null when the message has none. Where F59 has lengths of two digits, ask {@link Dialect#part}.
     */
    public @Nullable String part(String path) {
        return Parts.find(this, path, USUAL_F59_DIGITS);
    }

    long bitmap() {
        return bitmap;
    }

    @Nullable
    Index wire() {
        return wire;
    }

    /** True when nothing was set since the message was unpacked. */
    boolean untouched() {
        return values == NONE;
    }

    /** A builder that begins with all of this message. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(mti);
        for (int n = 2; n <= FieldTable.LAST; n++) {
            if (has(n)) {
                text.append(n == Long.numberOfLeadingZeros(bitmap) + 1 ? " F" : " ")
                        .append(n);
            }
        }
        return text.toString();
    }

    /** Collects a message. Values are checked against a dialect only when they are packed. */
    public static final class Builder {
        /** Fields whose text is hex: PIN block, IC data, private binary data, MAC. */
        private static final long BINARY = bit(52) | bit(55) | bit(62) | bit(64);

        private final String mti;
        private @Nullable String tpdu;
        private @Nullable String header;
        private @Nullable String lri;
        private long bitmap;
        private final @Nullable Object[] values;
        private final @Nullable Index wire;

        private Builder(String mti) {
            this.mti = mti;
            this.values = new Object[FieldTable.LAST + 1];
            this.wire = null;
            if (mti.length() != 4 || !mti.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new Malformed("MTI", 0, "four digits", mti.length() + " characters");
            }
        }

        private Builder(IsoMessage from) {
            mti = from.mti;
            tpdu = from.tpdu;
            header = from.header;
            lri = from.lri;
            bitmap = from.bitmap;
            values = from.values.clone();
            wire = from.wire;
        }

        private static long bit(int field) {
            return 1L << (FieldTable.LAST - field);
        }

        /**
         * Sets a field, 2 to 64, as text: digits, characters of Latin-1, or hex for F52, F55, F62 and F64.
         *
         * @throws Malformed when a character does not fit in a byte or the hex is none
         */
        public Builder set(int field, String text) {
            check(field);
            if ((bit(field) & BINARY) != 0) {
                return put(field, Hex.bytes(text));
            }
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) > 0xFF) {
                    throw new Malformed("F" + field, i, "a character of one byte", "character " + (int) text.charAt(i));
                }
            }
            return put(field, text);
        }

        /** Sets a field, 2 to 64, as bytes; for a field of digits, two digits a byte. */
        public Builder set(int field, byte[] bytes) {
            check(field);
            return put(field, bytes.clone());
        }

        private Builder put(int field, Object value) {
            values[field] = value;
            bitmap |= bit(field);
            return this;
        }

        /** Takes over those of {@code fields} that {@code from} has. */
        public Builder copy(IsoMessage from, int... fields) {
            for (int field : fields) {
                if (from.has(field)) {
                    check(field);
                    put(field, from.value(field));
                }
            }
            return this;
        }

        /** Leaves a field out. */
        public Builder clear(int field) {
            check(field);
            values[field] = null;
            bitmap &= ~bit(field);
            return this;
        }

        private static void check(int field) {
            if (field < 2 || field > FieldTable.LAST) {
                throw new IllegalArgumentException("field " + field + ", 2 to 64 expected");
            }
        }

        /** Ten digits: id, destination, origin. */
        public Builder tpdu(String digits) {
            tpdu = digits;
            return this;
        }

        /** Twelve digits, or four where the dialect has a bare version. */
        public Builder header(String digits) {
            header = digits;
            return this;
        }

        /** Asks for this in a header of twelve digits; a shorter one has no place for it and stays as it is. */
        public Builder processingRequest(char wanted) {
            if (header != null && header.length() > PROCESSING_REQUEST + 1) {
                header = header.substring(0, PROCESSING_REQUEST) + wanted + header.substring(PROCESSING_REQUEST + 1);
            }
            return this;
        }

        /** The line record of a network access controller in hex. */
        public Builder lri(String hex) {
            lri = hex;
            return this;
        }

        public IsoMessage build() {
            return new IsoMessage(this);
        }
    }
}
