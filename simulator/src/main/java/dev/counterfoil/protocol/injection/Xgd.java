package dev.counterfoil.protocol.injection;

import static dev.counterfoil.protocol.injection.Field.hex;

import dev.counterfoil.codec.Checksums;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.injection.InjectionAnswer.Done;
import dev.counterfoil.protocol.injection.InjectionAnswer.SerialNumber;
import dev.counterfoil.protocol.injection.InjectionOrder.Cancel;
import dev.counterfoil.protocol.injection.InjectionOrder.Load;
import dev.counterfoil.protocol.injection.InjectionOrder.Mode;
import dev.counterfoil.protocol.injection.InjectionOrder.ReadSerialNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Frames of bytes behind 01 01 01 01, with a sum modulo 256 from the fifth byte:
 *
 * <pre>
 * 01 01 01 01 | 01 | 12 | command 1 | length 1 | data | 03 | SUM
 * 01 01 01 01 | 01 | 15 | command 1 | length 2 | data | 03 | SUM     read, and written where one byte is too short
 * 01 01 01 01 | 01 | 13 | 20 good or 2F failed | SUM
 * </pre>
 *
 * A text of the table is the command and its data, as hex.
 */
final class Xgd implements Framing {
    static final int SYNC_BYTES = 4;
    static final byte SYNC = 0x01;
    static final int ID_AT = 5;
    static final byte DATA = 0x12;
    static final byte RESULT = 0x13;
    static final byte LONG_DATA = 0x15;
    static final int RESULT_BYTES = 8;
    static final int TAIL_BYTES = 2;

    private static final byte END = 0x03;
    private static final int COMMAND_AT = 6;
    private static final int GOOD = 0x20;
    private static final int FAILED = 0x2F;
    private static final int LONGEST_SHORT_BYTES = 255;
    private static final int SINGLE_KEY_BYTES = 8;
    /** Added to the index of a key of more than 8 bytes. */
    private static final int LONG_KEY_OFFSET = 102;

    private static final int SERIAL_BYTES = 11;
    private static final int HEX_RADIX = 16;
    private static final String PATH = "xgd";

    // spotless:off
    private static final List<Row<InjectionOrder>> ORDERS = List.of(
        Row.of(Mode.class, "EE", List.of(hex("mode", 2), hex("transport key", 16)),
            o -> List.of(byteOf(o.mode()), Hex.of(o.transportKey())),
            v -> new Mode(Integer.parseInt(v.get(0), HEX_RADIX), Hex.bytes(v.get(1)))),
        Row.of(Load.class, "FB", List.of(hex("index", 2), hex("key", 0)),
            o -> List.of(byteOf(o.key().length > SINGLE_KEY_BYTES ? o.slot() + LONG_KEY_OFFSET : o.slot()),
                Hex.of(o.key())),
            v -> new Load(slot(Integer.parseInt(v.get(0), HEX_RADIX)), "", Hex.bytes(v.get(1)))),
        Row.of(Cancel.class, "8C", List.of(), o -> List.of(), v -> new Cancel()),
        Row.of(ReadSerialNumber.class, "DB04", List.of(), o -> List.of(), v -> new ReadSerialNumber()));

    private static final List<Row<InjectionAnswer>> ANSWERS = List.of(
        Row.of(SerialNumber.class, "DB04", List.of(hex("result", 2), hex("serial number", 2 * SERIAL_BYTES)),
            a -> List.of(byteOf(a.good() ? 0 : 1), Hex.of(padded(a.serialNumber()))),
            v -> new SerialNumber(v.get(0).equals("00") ? InjectionResult.GOOD : InjectionResult.FAILED,
                new String(Hex.bytes(v.get(1)), StandardCharsets.ISO_8859_1).stripTrailing())));
    // spotless:on

    @Override
    public Reader reader() {
        return new XgdReader();
    }

    @Override
    public boolean intact(byte[] frame) {
        int size = frame.length > ID_AT ? size(frame, 0, frame.length) : -1;
        int sum = frame.length - 1;
        return size == frame.length
                && (frame[ID_AT] == RESULT || frame[sum - 1] == END)
                && (frame[sum] & 0xFF) == Checksums.sum(frame, SYNC_BYTES, sum - SYNC_BYTES);
    }

    /**
     * Bytes of the frame that begins at {@code from}, of which {@code count} have come; 0 when more have to come to
     * tell, -1 when none begins there.
     */
    static int size(byte[] bytes, int from, int count) {
        for (int i = 0; i < Math.min(count, ID_AT); i++) {
            if (bytes[from + i] != SYNC) {
                return -1;
            }
        }
        if (count <= ID_AT) {
            return 0;
        }
        int head = COMMAND_AT + (bytes[from + ID_AT] == LONG_DATA ? 3 : 2);
        return switch (bytes[from + ID_AT]) {
            case RESULT -> RESULT_BYTES;
            case DATA -> count < head ? 0 : head + (bytes[from + head - 1] & 0xFF) + TAIL_BYTES;
            case LONG_DATA -> count < head ? 0 : longSize(bytes, from + head, head);
            default -> -1;
        };
    }

    private static int longSize(byte[] bytes, int dataAt, int head) {
        int length = (bytes[dataAt - 2] & 0xFF) << 8 | bytes[dataAt - 1] & 0xFF;
        return length > XgdReader.LONGEST_DATA_BYTES ? -1 : head + length + TAIL_BYTES;
    }

    @Override
    public InjectionOrder order(byte[] frame) {
        return Row.read(ORDERS, textOf(frame), PATH, offset(frame));
    }

    @Override
    public InjectionAnswer answer(byte[] frame) {
        if (intact(frame) && frame[ID_AT] == RESULT) {
            return new Done(
                    switch (frame[COMMAND_AT]) {
                        case GOOD -> InjectionResult.GOOD;
                        case FAILED -> InjectionResult.FAILED;
                        default -> InjectionResult.UNKNOWN;
                    });
        }
        return Row.read(ANSWERS, textOf(frame), PATH, offset(frame));
    }

    @Override
    public byte[] encode(InjectionOrder order) {
        return data(Hex.bytes(Row.write(ORDERS, order)));
    }

    @Override
    public byte[] encode(InjectionAnswer answer) {
        if (answer instanceof SerialNumber) {
            return data(Hex.bytes(Row.write(ANSWERS, answer)));
        }
        byte[] frame = new byte[RESULT_BYTES];
        frame[ID_AT] = RESULT;
        frame[COMMAND_AT] = (byte) (answer.good() ? GOOD : FAILED);
        return closed(frame);
    }

    @Override
    public byte[] refusal(InjectionResult why) {
        return encode(new Done(why));
    }

    /** The failure frame gives no reason, so it may always be that. */
    @Override
    public boolean worthRepeating(InjectionAnswer answer) {
        return !answer.good();
    }

    private static byte[] data(byte[] said) {
        int length = said.length - 1;
        boolean isShort = length <= LONGEST_SHORT_BYTES;
        int head = COMMAND_AT + (isShort ? 2 : 3);
        byte[] frame = new byte[head + length + TAIL_BYTES];
        frame[ID_AT] = isShort ? DATA : LONG_DATA;
        frame[COMMAND_AT] = said[0];
        frame[head - 2] = isShort ? said[0] : (byte) (length >> 8);
        frame[head - 1] = (byte) length;
        System.arraycopy(said, 1, frame, head, length);
        frame[frame.length - 2] = END;
        return closed(frame);
    }

    private static byte[] closed(byte[] frame) {
        for (int i = 0; i < ID_AT; i++) {
            frame[i] = SYNC;
        }
        int sum = frame.length - 1;
        frame[sum] = (byte) Checksums.sum(frame, SYNC_BYTES, sum - SYNC_BYTES);
        return frame;
    }

    private String textOf(byte[] frame) {
        if (!intact(frame) || frame[ID_AT] == RESULT) {
            throw new Malformed(PATH, Math.max(0, frame.length - 1), "a data frame and its SUM", "something else");
        }
        int head = head(frame);
        return Hex.of(frame, COMMAND_AT, 1) + Hex.of(frame, head, frame.length - TAIL_BYTES - head);
    }

    private static int head(byte[] frame) {
        return COMMAND_AT + (frame[ID_AT] == LONG_DATA ? 3 : 2);
    }

    /** The text has no length between command and data. */
    private static IntUnaryOperator offset(byte[] frame) {
        return at -> at == 0 ? COMMAND_AT : head(frame) - 1 + at / 2;
    }

    private static int slot(int index) {
        if (index >= 2 * LONG_KEY_OFFSET) {
            throw new Malformed("index", 2, "00 to CB", Integer.toHexString(index));
        }
        return index >= LONG_KEY_OFFSET ? index - LONG_KEY_OFFSET : index;
    }

    private static byte[] padded(String serialNumber) {
        String filled = serialNumber + " ".repeat(SERIAL_BYTES);
        return filled.substring(0, SERIAL_BYTES).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String byteOf(int value) {
        return Hex.of(new byte[] {(byte) value});
    }
}
