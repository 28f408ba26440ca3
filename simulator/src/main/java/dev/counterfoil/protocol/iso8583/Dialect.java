package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Bcd;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.iso8583.FieldSpec.Encoding;
import dev.counterfoil.protocol.iso8583.FieldSpec.Unit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One way to speak ISO 8583: what frames begin with, one table of fields, and the switches in which hosts differ.
 *
 * <p>Immutable. {@code unionpay-pos} is the POS dialect of Chinese acquiring; {@code iso87-binary} is plain
 * ISO 8583:1987 with binary bitmap, a two-byte length and nothing else before the message type.
 */
public final class Dialect {
    private static final int MAC_BYTES = 8;
    private static final int BLOCK_DIGITS = 16;
    private static final Map<String, Dialect> KNOWN = known();

    private final String name;
    private final List<FieldSpec> fields;
    private final Map<String, String> switches;
    private final Framing framing;
    private final FieldTable table;

    private Dialect(String name, List<FieldSpec> fields, Map<String, String> switches) {
        this.name = name;
        this.fields = fields;
        this.switches = switches;
        this.framing = new Framing(
                setting("lengthPrefix").equals("yes") ? 2 : 0,
                Integer.parseInt(setting("tpdu.length")),
                Integer.parseInt(setting("lri.length")),
                Integer.parseInt(setting("header.length")));
        this.table = new FieldTable(
                fields.stream().map(this::switched).toList(),
                Hex.value(setting("oddBcdPad").charAt(0)));
    }

    private FieldSpec switched(FieldSpec spec) {
        return switch (spec.number()) {
            case 35, 36 -> blockwise() ? spec.upTo(spec.max() / BLOCK_DIGITS * BLOCK_DIGITS + BLOCK_DIGITS) : spec;
            case 48 ->
                spec.encoding() == Encoding.BCD && setting("f48").equals("ascii") ? spec.encoded(Encoding.ASCII) : spec;
            case 52 -> setting("longPin").equals("52") ? spec.upTo(2 * spec.max()) : spec;
            case 61 ->
                spec.encoding() == Encoding.BCD && setting("f61").equals("ascii") ? spec.encoded(Encoding.ASCII) : spec;
            case 62 -> setting("f62.length").equals("hexDigits") ? spec.counted(Unit.HEX_DIGITS) : spec;
            default -> spec;
        };
    }

    /** Whether tracks are enciphered in whole blocks, and so become longer. */
    private boolean blockwise() {
        return setting("track.cipher").equals("WHOLE_TRACK_F")
                || setting("track.cipher").equals("LENGTH_PREFIXED");
    }

    private static Map<String, Dialect> known() {
        Map<Integer, FieldSpec> pos = new TreeMap<>();
        Iso87.FIELDS.forEach(field -> pos.put(field.number(), field.undeclared()));
        UnionPayPos.FIELDS.forEach(field -> pos.put(field.number(), field));
        Map<String, Dialect> known = new TreeMap<>();
        known.put("unionpay-pos", new Dialect("unionpay-pos", List.copyOf(pos.values()), Map.of()));
        known.put(
                "iso87-binary",
                new Dialect(
                        "iso87-binary", Iso87.FIELDS, Map.of("tpdu.length", "0", "header.length", "0", "f44", "free")));
        return known;
    }

    /**
     * The dialect of this name with its preset switches.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static Dialect named(String name) {
        Dialect found = KNOWN.get(name);
        if (found == null) {
            throw new IllegalArgumentException("unknown dialect " + name + ", known are " + KNOWN.keySet());
        }
        return found;
    }

    /**
     * This dialect with some switches set otherwise.
     *
     * @throws IllegalArgumentException for an unknown switch or value, naming those allowed
     */
    public Dialect with(Map<String, String> overrides) {
        Map<String, String> merged = new LinkedHashMap<>(switches);
        new TreeMap<>(overrides)
                .forEach((key, value) -> merged.put(key, Switch.named(key).check(value)));
        return new Dialect(name, fields, merged);
    }

    public String name() {
        return name;
    }

    /**
     * The value of a switch.
     *
     * @throws IllegalArgumentException when there is no such switch
     */
    public String setting(String key) {
        String preset = Switch.named(key).preset();
        return switches.getOrDefault(key, preset);
    }

    /** What becomes of the reversal record when an answer does not match its request. */
    public UnmatchedAnswer unmatchedAnswer() {
        return setting("unmatchedAnswer").equals("keep") ? UnmatchedAnswer.KEEP : UnmatchedAnswer.DELETE;
    }

    /** What a terminal does with its reversal record when F3, F4, F11, F41 or F42 of an answer differ. */
    public enum UnmatchedAnswer {
        /** The record stays and the reversal is sent. */
        KEEP,
        /** The record is deleted, as acceptance tests ask. */
        DELETE
    }

    /** True when an answer with this F39 must carry F64: every approval, and every decline not named otherwise. */
    public boolean answerNeedsMac(String responseCode) {
        return ResponseCodes.approved(responseCode)
                || !List.of(setting("mac.mayLack").split(",")).contains(responseCode);
    }

    /**
     * True when this message must carry F64: authorisations, financial messages and reversals, and of their answers
     * those that {@link #answerNeedsMac} names.
     */
    public boolean needsMac(IsoMessage message) {
        String mti = message.mti();
        if (!macks() || !(mti.startsWith("01") || mti.startsWith("02") || mti.startsWith("04"))) {
            return false;
        }
        boolean answer = mti.charAt(2) % 2 != 0;
        return !answer || !message.has(39) || answerNeedsMac(message.text(39));
    }

    /** Bytes of a MAC key that a sign-in for double-length keys brings: 8 or 16. */
    public int makBytes() {
        return setting("mak.form").startsWith("SIXTEEN") ? 2 * MAC_BYTES : MAC_BYTES;
    }

    /**
     * Itself, for a terminal and a host to speak.
     *
     * @throws IllegalArgumentException when two switches contradict each other, or one can only be decoded
     */
    public Dialect spoken() {
        Switch.checkTogether(this);
        return this;
    }

    /** Whether financial messages carry a MAC at all. */
    public boolean macks() {
        return !setting("mac.algorithm").equals("NONE");
    }

    /** Digits of the lengths inside F59. */
    public int f59LengthDigits() {
        return Integer.parseInt(setting("f59.innerLength"));
    }

    /** Most digits of F60 that a terminal of this profile sends. */
    public int f60Digits() {
        return Integer.parseInt(setting("f60.digits"));
    }

    /** The digits of a track, {@code D} as separator, that must not be seen in clear; empty when there are none. */
    public String secretPartOfTrack(String track) {
        return Masking.secretPart(track, setting("track.secret"));
    }

    /**
     * The whole frame: length, TPDU, header, message type, bitmap, fields.
     *
     * @throws Malformed naming the field whose value does not fit the table
     */
    public byte[] pack(IsoMessage message) {
        Index wire = message.wire();
        if (wire != null
                && message.untouched()
                && wire.table() == table
                && wire.framing().equals(framing)) {
            return wire.frame().clone();
        }
        byte[] out = new byte[size(message, wire)];
        packHead(message, out);
        packFields(message, wire, out);
        return out;
    }

    private int size(IsoMessage message, @Nullable Index wire) {
        int size = framing.mtiOffset() + 10;
        for (long rest = message.bitmap(); rest != 0; ) {
            int n = Long.numberOfLeadingZeros(rest) + 1;
            rest &= ~(1L << (FieldTable.LAST - n));
            Object value = message.set(n);
            if (value != null) {
                size += table.wire(n).size(value);
            } else if (wire != null && wire.table().sameWire(table, n)) {
                size += wire.valueOffset(n) - wire.offset(n) + wire.lengthBytes(n);
            } else {
                size += table.wire(n).size(message.value(n));
            }
        }
        return size;
    }

    private void packFields(IsoMessage message, @Nullable Index wire, byte[] out) {
        int p = framing.mtiOffset() + 10;
        for (long rest = message.bitmap(); rest != 0; ) {
            int n = Long.numberOfLeadingZeros(rest) + 1;
            rest &= ~(1L << (FieldTable.LAST - n));
            Object value = message.set(n);
            if (value != null) {
                p = table.wire(n).write(value, out, p);
            } else if (wire != null && wire.table().sameWire(table, n)) {
                int length = wire.valueOffset(n) - wire.offset(n) + wire.lengthBytes(n);
                System.arraycopy(wire.frame(), wire.offset(n), out, p, length);
                p += length;
            } else {
                p = table.wire(n).write(message.value(n), out, p);
            }
        }
    }

    private void packHead(IsoMessage message, byte[] out) {
        if (framing.lengthBytes() == 2) {
            int length = out.length - 2;
            if (length > 0xFFFF) {
                throw new Malformed("length", 0, "at most 65535", Integer.toString(length));
            }
            out[0] = (byte) (length >> 8);
            out[1] = (byte) length;
        }
        head("TPDU", message.tpdu(), "default.tpdu", framing.tpduBytes(), out, framing.tpduOffset());
        head("LRI", message.lri(), null, framing.lriBytes(), out, framing.lriOffset());
        head("header", message.header(), "default.header", framing.headerBytes(), out, framing.headerOffset());
        int p = Bcd.write(message.mti(), 0, out, framing.mtiOffset(), 0);
        for (int i = 0; i < 8; i++) {
            out[p + i] = (byte) (message.bitmap() >>> (56 - 8 * i));
        }
    }

    private void head(String path, String given, @Nullable String preset, int lengthBytes, byte[] out, int at) {
        if (lengthBytes == 0) {
            return;
        }
        String digits = given;
        if (given.isEmpty()) {
            String all = preset == null ? "" : setting(preset);
            digits = all.length() > 2 * lengthBytes ? all.substring(0, 2 * lengthBytes) : all;
        }
        if (digits.isEmpty()) {
            return;
        }
        if (digits.length() != 2 * lengthBytes) {
            throw new Malformed(path, 0, 2 * lengthBytes + " digits", digits.length() + " digits");
        }
        Bcd.write(digits, 0, out, at, 0);
    }

    /**
     * The frame of {@code message} with F64 computed over it.
     *
     * @param mac from the bytes of {@link #macInput} to the 8 bytes of F64
     */
    public byte[] packWithMac(IsoMessage message, UnaryOperator<byte[]> mac) {
        byte[] frame = pack(message.toBuilder().set(64, new byte[MAC_BYTES]).build());
        byte[] code = mac.apply(Arrays.copyOfRange(frame, framing.mtiOffset(), frame.length - MAC_BYTES));
        if (code.length != MAC_BYTES) {
            throw new Malformed("F64", frame.length - MAC_BYTES, "8 bytes", code.length + " bytes");
        }
        System.arraycopy(code, 0, frame, frame.length - MAC_BYTES, MAC_BYTES);
        return frame;
    }

    /**
     * The message of a whole frame.
     *
     * @throws Malformed naming the field, the offset, what was expected and what was found
     */
    public IsoMessage unpack(byte[] frame) {
        return new IsoMessage(index(frame.clone(), true));
    }

    /**
     * Where each field of a frame stands.
     *
     * @throws Malformed when the fields do not fill the frame
     */
    public Index index(byte[] frame) {
        return index(frame, false);
    }

    private Index index(byte[] frame, boolean strict) {
        framing.check(frame);
        int[] starts = new int[FieldTable.LAST + 1];
        int mti = framing.mtiOffset();
        if (strict && !decimal(frame[mti], frame[mti + 1])) {
            throw new Malformed("MTI", mti, "four decimal digits", Hex.of(frame, mti, 2));
        }
        long bitmap = bitmap(frame, mti + 2);
        table.scan(frame, bitmap, mti + 10, starts, strict);
        return new Index(framing, table, frame, bitmap, starts);
    }

    static boolean decimal(byte first, byte second) {
        int bad = (first & ((first << 1) | (first << 2))) | (second & ((second << 1) | (second << 2)));
        return (bad & 0x88) == 0;
    }

    static long bitmap(byte[] frame, int at) {
        long bitmap = 0;
        for (int i = 0; i < 8; i++) {
            bitmap = (bitmap << 8) | (frame[at + i] & 0xFFL);
        }
        return bitmap;
    }

    /** Offset of the first byte that the MAC covers: the message type. */
    public int macOffset(byte[] frame) {
        framing.check(frame);
        return framing.mtiOffset();
    }

    /**
     * Bytes that the MAC covers: from the message type to the last field before F64, which ends the frame.
     *
     * @throws Malformed when the frame has no F64
     */
    public int macLength(byte[] frame) {
        framing.check(frame);
        int fields = framing.mtiOffset() + 10;
        boolean has = (bitmap(frame, framing.mtiOffset() + 2) & 1) != 0;
        if (!has || frame.length < fields + MAC_BYTES) {
            throw new Malformed("F64", frame.length, "a MAC", "none");
        }
        return frame.length - MAC_BYTES - framing.mtiOffset();
    }

    /** A subfield, tag or whole field of a message by its path; see {@link IsoMessage#part}. */
    public @Nullable String part(IsoMessage message, String path) {
        return Parts.find(message, path, f59LengthDigits());
    }

    /** The bytes that the MAC covers, as sent, with bit 64 set. */
    public byte[] macInput(byte[] frame) {
        int length = macLength(frame);
        return Arrays.copyOfRange(frame, framing.mtiOffset(), framing.mtiOffset() + length);
    }

    /**
     * The frame field by field, subfields after their field, as far as it can be read: a frame that {@link #unpack}
     * refuses is described up to its fault, which is the last departure.
     *
     * @param clear false to mask card numbers, tracks, PIN blocks, IC data and keys
     */
    public List<DescribedField> describe(byte[] frame, boolean clear) {
        return new Description(this, frame, clear).fields();
    }

    /**
     * This dialect with the framing that a frame from a log or a test tool seems to have: with or without length, TPDU
     * and header. Itself when the frame fits it or nothing else does.
     */
    public Dialect fitting(byte[] frame) {
        return Guess.framing(this, frame);
    }

    /** A reader that cuts a stream into frames of this dialect. */
    public FrameReader frameReader() {
        return new FrameReader();
    }

    Framing framing() {
        return framing;
    }

    FieldTable table() {
        return table;
    }

    @Override
    public String toString() {
        return switches.isEmpty() ? name : name + " " + switches;
    }
}
