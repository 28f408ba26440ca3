package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Bcd;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.iso8583.FieldSpec.Encoding;
import dev.counterfoil.protocol.iso8583.FieldSpec.Prefix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a frame field by field, as far as it can be read, with every departure from its dialect. */
final class Description {
    private final Dialect dialect;
    private final Framing framing;
    private final FieldTable table;
    private final byte[] frame;
    private final boolean clear;
    private final String mti;
    private static final String SCRIPT_RESULT = "951";

    private final List<DescribedField> lines = new ArrayList<>();

    Description(Dialect dialect, byte[] frame, boolean clear) {
        this.dialect = dialect;
        this.framing = dialect.framing();
        this.table = dialect.table();
        this.frame = frame;
        this.clear = clear;
        this.mti = frame.length < framing.minimumBytes() ? "" : Bcd.digits(frame, framing.mtiOffset(), 4);
    }

    /** How well a frame fits a dialect: -1 when it has no known message type, more the more of it can be read. */
    static int score(Dialect dialect, byte[] frame) {
        Framing framing = dialect.framing();
        if (frame.length < framing.minimumBytes() || Meanings.mti(Bcd.digits(frame, framing.mtiOffset(), 4)) == null) {
            return -1;
        }
        Description described = new Description(dialect, frame, false);
        int fields = Long.bitCount(described.scan().bitmap());
        boolean length =
                framing.lengthBytes() == 0 || described.lengthDepartures().isEmpty();
        return fields * 2 + (described.fault == null ? 1000 : 0) + (length ? 1 : 0);
    }

    private @Nullable Malformed fault;

    /** The fields up to the first fault, which is kept. */
    private Index scan() {
        int mti = framing.mtiOffset();
        long bitmap = Dialect.bitmap(frame, mti + 2);
        int[] starts = new int[FieldTable.LAST + 1];
        try {
            table.scan(frame, bitmap, mti + 10, starts, false);
            return new Index(framing, table, frame, bitmap, starts);
        } catch (Malformed e) {
            fault = e;
        }
        long read = 0;
        for (int n = 2; n <= FieldTable.LAST; n++) {
            read |= starts[n] == 0 ? 0 : 1L << (FieldTable.LAST - n);
        }
        return new Index(framing, table, frame, read, starts);
    }

    List<DescribedField> fields() {
        if (frame.length < framing.minimumBytes()) {
            String departure = "expected at least " + framing.minimumBytes()
                    + " bytes, to the end of the bitmap, found " + frame.length;
            line("frame", "frame", "报文", clear ? Hex.of(frame) : "", 0, frame.length, List.of(departure));
            return List.copyOf(lines);
        }
        head();
        int at = framing.mtiOffset();
        Index index = scan();
        IsoMessage message = new IsoMessage(index);
        line("MTI", "message type", "消息类型", mti, 0, typeDepartures(message));
        line("bitmap", "bitmap", "位图", Hex.of(frame, at + 2, 8), at + 2, 8, List.of());
        for (int n = 2; n <= FieldTable.LAST; n++) {
            if (index.has(n)) {
                field(message, index, n);
            }
        }
        end(message);
        return List.copyOf(lines);
    }

    private List<String> typeDepartures(IsoMessage message) {
        String scripts = dialect.setting("scriptResult");
        if (Meanings.mti(mti) == null) {
            return List.of("expected a message type of the dialect, such as 0200");
        } else if (SCRIPT_RESULT.equals(message.part("F60.3")) && !mti.startsWith(scripts.substring(0, 2))) {
            return List.of("expected " + scripts + ", in which this profile has results of scripts");
        }
        return List.of();
    }

    private void head() {
        if (framing.lengthBytes() == 2) {
            int length = ((frame[0] & 0xFF) << 8) | (frame[1] & 0xFF);
            line("length", "length", "报文长度", Integer.toString(length), 0, 2, lengthDepartures());
        }
        digits("TPDU", "transport protocol data unit", "传输协议数据单元", framing.tpduOffset(), framing.tpduBytes());
        if (framing.tpduBytes() == 5) {
            parts("TPDU", Layout.TPDU, framing.tpduOffset());
        }
        digits("LRI", "line record", "线路记录", framing.lriOffset(), framing.lriBytes());
        digits("header", "header", "报文头", framing.headerOffset(), framing.headerBytes());
        if (framing.headerBytes() == 6) {
            parts("header", Layout.HEADER, framing.headerOffset());
        }
    }

    private List<String> lengthDepartures() {
        int length = ((frame[0] & 0xFF) << 8) | (frame[1] & 0xFF);
        return length == frame.length - 2
                ? List.of()
                : List.of("expected the " + (frame.length - 2) + " bytes that follow, found " + length);
    }

    private void digits(String path, String nameEn, String nameZh, int offset, int lengthBytes) {
        if (lengthBytes > 0) {
            line(path, nameEn, nameZh, Hex.of(frame, offset, lengthBytes), offset, lengthBytes, List.of());
        }
    }

    private void parts(String path, List<Layout.Part> parts, int offset) {
        int nibble = 0;
        for (int i = 0; i < parts.size(); i++) {
            Layout.Part part = parts.get(i);
            String value = Bcd.nibbles(frame, offset * 2 + nibble, part.length());
            int first = offset + nibble / 2;
            nibble += part.length();
            int bytes = offset + (nibble + 1) / 2 - first;
            line(path + "." + (i + 1), part.nameEn(), part.nameZh(), value, first, bytes, List.of());
        }
    }

    private void field(IsoMessage message, Index index, int n) {
        FieldSpec spec = table.spec(n);
        List<String> departures = departures(index, spec);
        boolean whole = n == 44 && dialect.setting("f44").equals("free");
        List<Parts.Found> parts = whole ? List.of() : Parts.of(message, n, dialect.f59LengthDigits(), departures);
        String text = index.text(n);
        if (n == 60 && text.length() > dialect.f60Digits()) {
            departures.add("more than the " + dialect.f60Digits() + " digits of this profile");
        }
        String value = show(open(parts) && departures.isEmpty() ? Masking.SHOWN : spec.masking(), text);
        int length = index.valueOffset(n) - index.offset(n) + index.lengthBytes(n);
        line(spec.path(), spec.nameEn(), spec.nameZh(), value, index.offset(n), length, departures);
        for (Parts.Found part : parts) {
            boolean packed = spec.encoding() == Encoding.BCD;
            int from = index.valueOffset(n) + (packed ? part.from() / 2 : part.from());
            int bytes = packed ? (part.from() + part.length() + 1) / 2 - part.from() / 2 : part.length();
            String shown = show(part.masking(), part.value());
            line(part.path(), part.nameEn(), part.nameZh(), shown, from, bytes, List.of());
        }
    }

    /** Whether a value is made of subfields, and none of them is secret. */
    private static boolean open(List<Parts.Found> parts) {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.masking() == Masking.SHOWN);
    }

    private String show(Masking masking, String text) {
        return clear ? Parts.printable(text) : masking.mask(Parts.printable(text));
    }

    private List<String> departures(Index index, FieldSpec spec) {
        List<String> departures = new ArrayList<>();
        int n = spec.number();
        if (!spec.declared()) {
            departures.add("not a field of " + dialect.name() + ", read as in ISO 8583:1987");
        }
        String text = index.text(n);
        for (int i = 0; i < text.length(); i++) {
            if (!fits(spec, text.charAt(i))) {
                departures.add("expected characters of class " + spec.content() + ", found another at character " + i);
                break;
            }
        }
        if (spec.encoding() == Encoding.BCD && (index.units(n) & 1) != 0) {
            spareNibble(index, spec, departures);
        }
        return departures;
    }

    private static boolean fits(FieldSpec spec, char c) {
        return switch (spec.content()) {
            case N -> c >= '0' && c <= '9';
            case AN -> c == ' ' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            case ANS -> c >= ' ' && c != 0x7F;
            case Z, B -> true;
        };
    }

    private void spareNibble(Index index, FieldSpec spec, List<String> departures) {
        int n = spec.number();
        boolean first = spec.prefix() == Prefix.NONE && spec.align() == FieldSpec.Align.RIGHT;
        int at = first ? index.valueOffset(n) : index.valueOffset(n) + index.lengthBytes(n) - 1;
        char found = Bcd.nibbles(frame, at * 2 + (first ? 0 : 1), 1).charAt(0);
        String expected = spec.prefix() == Prefix.NONE ? "0" : dialect.setting("oddBcdPad");
        if (found != expected.charAt(0)) {
            departures.add("expected the spare nibble " + expected + ", found " + found);
        }
    }

    /** What is missing at the end: the fault that stopped the reading, or the MAC. */
    private void end(IsoMessage message) {
        Malformed stopped = fault;
        if (stopped != null) {
            FieldSpec spec = table.find(stopped.path());
            String nameEn = spec == null ? "frame" : spec.nameEn();
            String nameZh = spec == null ? "报文" : spec.nameZh();
            line(
                    stopped.path(),
                    nameEn,
                    nameZh,
                    "",
                    stopped.offset(),
                    0,
                    List.of(String.valueOf(stopped.getMessage())));
        } else if (dialect.needsMac(message) && !message.has(64)) {
            FieldSpec spec = table.spec(64);
            line(
                    "F64",
                    spec.nameEn(),
                    spec.nameZh(),
                    "",
                    frame.length,
                    0,
                    List.of("no MAC, this message must carry one"));
        }
    }

    private void line(String path, String en, String zh, String value, int offset, List<String> departures) {
        line(path, en, zh, value, framing.mtiOffset() + offset, 2, departures);
    }

    private void line(
            String path, String en, String zh, String value, int offset, int lengthBytes, List<String> departures) {
        Meanings.Meaning meaning = Meanings.of(mti, path, value);
        lines.add(new DescribedField(
                path,
                en,
                zh,
                value,
                meaning == null ? "" : meaning.en(),
                meaning == null ? "" : meaning.zh(),
                offset,
                lengthBytes,
                List.copyOf(departures)));
    }
}
