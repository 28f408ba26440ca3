package dev.counterfoil.stage;

import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.Index;
import dev.counterfoil.verb.word.Harm;
import dev.counterfoil.wire.Fault;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes to a message on its way: lengths are mended, the MAC is not. A field that is not there stays away. */
final class MessageEdits {
    private static final int MAC = 64;
    private static final int KEYS = 62;
    private static final int CHECK_VALUE_TAG = 0xDF47;
    private static final double GARBLING = 0.02;

    private final Dialect dialect;
    private final RandomStream random;

    MessageEdits(Dialect dialect, RandomStream random) {
        this.dialect = dialect;
        this.random = random;
    }

    /** What a harm of the vocabulary does to a message. */
    Fault.What of(Harm harm) {
        return switch (harm) {
            case LOST, LOST_AFTER_POSTING -> new Fault.Lose();
            case DELIVERED_TWICE -> new Fault.Duplicate();
            case WRONG_MAC -> new Fault.Change(frame -> flipIn(frame, MAC));
            case WRONG_CHECK_VALUE -> new Fault.Change(this::wrongCheckValue);
            case WRONG_LENGTH -> new Fault.Change(frame -> flip(frame, 1, 0));
            case BIT_FLIPPED -> new Fault.Change(frame -> flipBetween(frame, 2, frame.length));
            case BYTE_BY_BYTE -> new Fault.Dribble();
            case GARBLED -> new Fault.Change(this::garble);
            case HELD_BACK -> new Fault.Hold();
            case SWAPPED_WITH_NEXT -> new Fault.SwapWithNext();
        };
    }

    UnaryOperator<byte[]> change(String path, String value) {
        return frame -> edit(frame, path, value);
    }

    UnaryOperator<byte[]> drop(String path) {
        return frame -> edit(frame, path, null);
    }

    UnaryOperator<byte[]> flipBitOf(String path) {
        return frame -> flipIn(frame, FieldEdit.fieldOf(path));
    }

    /** @param position counted from 0, after the length prefix */
    UnaryOperator<byte[]> byteAt(int position, byte[] value) {
        return frame -> {
            byte[] changed = frame.clone();
            int at = position + prefixBytes();
            if (at + value.length <= changed.length) {
                System.arraycopy(value, 0, changed, at, value.length);
            }
            return changed;
        };
    }

    private int prefixBytes() {
        return 2;
    }

    private byte[] edit(byte[] frame, String path, @Nullable String value) {
        return dialect.pack(FieldEdit.put(dialect.unpack(frame), path, value));
    }

    private byte[] wrongCheckValue(byte[] frame) {
        Index index = dialect.index(frame);
        if (!index.has(KEYS)) {
            return frame;
        }
        Tlv tag = Tlv.find(FieldEdit.tags(dialect.unpack(frame), KEYS), CHECK_VALUE_TAG);
        int last = index.valueOffset(KEYS) + index.lengthBytes(KEYS) - 1;
        int at = tag == null ? last : index.valueOffset(KEYS) + tag.valueOffset();
        return flip(frame, at, 0);
    }

    private byte[] garble(byte[] frame) {
        byte[] changed = frame.clone();
        for (int bit = 0; bit < 8 * changed.length; bit++) {
            if (random.nextDouble() < GARBLING) {
                changed[bit / 8] ^= (byte) (0x80 >> bit % 8);
            }
        }
        return changed;
    }

    private byte[] flipIn(byte[] frame, int field) {
        Index index = dialect.index(frame);
        if (!index.has(field)) {
            return frame;
        }
        int from = index.valueOffset(field);
        return flipBetween(frame, from, from + index.lengthBytes(field));
    }

    private byte[] flipBetween(byte[] frame, int from, int to) {
        return flip(frame, from + random.nextInt(to - from), random.nextInt(8));
    }

    private static byte[] flip(byte[] frame, int at, int bit) {
        byte[] changed = frame.clone();
        changed[at] ^= (byte) (1 << bit);
        return changed;
    }
}
