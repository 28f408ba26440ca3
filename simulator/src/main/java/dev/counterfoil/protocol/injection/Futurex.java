package dev.counterfoil.protocol.injection;

import static dev.counterfoil.protocol.injection.Field.counted;
import static dev.counterfoil.protocol.injection.Field.hex;
import static dev.counterfoil.protocol.injection.Field.text;

import dev.counterfoil.codec.Checksums;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.injection.InjectionAnswer.AllKeysDeleted;
import dev.counterfoil.protocol.injection.InjectionAnswer.Greeting;
import dev.counterfoil.protocol.injection.InjectionAnswer.Here;
import dev.counterfoil.protocol.injection.InjectionAnswer.KeyDeleted;
import dev.counterfoil.protocol.injection.InjectionAnswer.Loaded;
import dev.counterfoil.protocol.injection.InjectionAnswer.SerialNumber;
import dev.counterfoil.protocol.injection.InjectionAnswer.SerialNumberWritten;
import dev.counterfoil.protocol.injection.InjectionOrder.Above;
import dev.counterfoil.protocol.injection.InjectionOrder.DeleteAllKeys;
import dev.counterfoil.protocol.injection.InjectionOrder.DeleteKey;
import dev.counterfoil.protocol.injection.InjectionOrder.Hello;
import dev.counterfoil.protocol.injection.InjectionOrder.Load;
import dev.counterfoil.protocol.injection.InjectionOrder.Poll;
import dev.counterfoil.protocol.injection.InjectionOrder.ReadSerialNumber;
import dev.counterfoil.protocol.injection.InjectionOrder.WriteSerialNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** {@code 02 | ASCII text | 03 | LRC}; the LRC is the exclusive or of the text and 03. */
final class Futurex implements Framing {
    private static final byte STX = 0x02;
    private static final byte ETX = 0x03;
    private static final int HEX_RADIX = 16;
    private static final String PATH = "futurex";

    // spotless:off
    private static final List<Row<InjectionOrder>> ORDERS = List.of(
        Row.of(Load.class, "0201",
            List.of(hex("slot", 2), hex("KTK slot", 2), hex("key type", 2), hex("encryption", 2),
                hex("check value", 4), hex("KTK check value", 4), hex("KSN", 20), counted("key", 3)),
            o -> List.of(byteOf(o.slot()), byteOf(o.above().slot()), byteOf(o.keyType()), byteOf(o.encryption()),
                o.checkValue(), o.above().checkValue(), o.above().serialNumber(), Hex.of(o.key())),
            v -> new Load(byteIn(v, 0), byteIn(v, 2), byteIn(v, 3), v.get(4),
                new Above(byteIn(v, 1), v.get(5), v.get(6)), Hex.bytes(v.get(7)))),
        Row.of(ReadSerialNumber.class, "0301", List.of(), o -> List.of(), v -> new ReadSerialNumber()),
        Row.of(WriteSerialNumber.class, "0401", List.of(text("serial number", 16)),
            o -> List.of(o.serialNumber()), v -> new WriteSerialNumber(v.get(0))),
        Row.of(DeleteAllKeys.class, "0501", List.of(), o -> List.of(), v -> new DeleteAllKeys()),
        Row.of(DeleteKey.class, "0601", List.of(hex("slot", 2), hex("key type", 2)),
            o -> List.of(byteOf(o.slot()), byteOf(o.keyType())), v -> new DeleteKey(byteIn(v, 0), byteIn(v, 1))),
        Row.of(Poll.class, "0100|POLL", List.of(), o -> List.of(), v -> new Poll()),
        Row.of(Hello.class, "X101", List.of(text("date", 8)), o -> List.of(o.date()), v -> new Hello(v.get(0))));

    private static final List<Row<InjectionAnswer>> ANSWERS = List.of(
        Row.of(Loaded.class, "02", List.of(hex("result", 2), hex("check value", 0)),
            a -> List.of(byteOf(a.result().code()), a.checkValue()), v -> new Loaded(resultIn(v), v.get(1))),
        Row.of(SerialNumber.class, "03", List.of(hex("result", 2), text("serial number", 0)),
            a -> List.of(byteOf(a.result().code()), a.serialNumber()), v -> new SerialNumber(resultIn(v), v.get(1))),
        Row.of(Here.class, "0110|ACK", List.of(), a -> List.of(), v -> new Here()),
        Row.of(Greeting.class, "X1", List.of(hex("result", 2), text("version", 4), text("notice", 0)),
            a -> List.of(byteOf(a.result().code()), a.version(), a.notice()),
            v -> new Greeting(resultIn(v), v.get(1), v.get(2))),
        done(SerialNumberWritten.class, "04", SerialNumberWritten::new),
        done(AllKeysDeleted.class, "05", AllKeysDeleted::new),
        done(KeyDeleted.class, "06", KeyDeleted::new));
    // spotless:on

    private static <A extends InjectionAnswer> Row<InjectionAnswer> done(
            Class<A> type, String code, Function<InjectionResult, A> made) {
        return Row.of(
                type,
                code,
                List.of(hex("result", 2)),
                a -> List.of(byteOf(a.result().code())),
                v -> made.apply(resultIn(v)));
    }

    @Override
    public Reader reader() {
        return new FuturexReader();
    }

    @Override
    public boolean intact(byte[] frame) {
        int etx = frame.length - 2;
        return etx > 0
                && frame[0] == STX
                && frame[etx] == ETX
                && (frame[etx + 1] & 0xFF) == Checksums.lrc(frame, 1, etx);
    }

    @Override
    public InjectionOrder order(byte[] frame) {
        return Row.read(ORDERS, textOf(frame), PATH, at -> at + 1);
    }

    @Override
    public InjectionAnswer answer(byte[] frame) {
        return Row.read(ANSWERS, textOf(frame), PATH, at -> at + 1);
    }

    @Override
    public byte[] encode(InjectionOrder order) {
        return frame(Row.write(ORDERS, order));
    }

    @Override
    public byte[] encode(InjectionAnswer answer) {
        return frame(Row.write(ANSWERS, answer));
    }

    @Override
    public byte[] refusal(InjectionResult why) {
        return encode(new Loaded(why, ""));
    }

    @Override
    public boolean worthRepeating(InjectionAnswer answer) {
        return answer.result() == InjectionResult.BAD_CHECK_BYTE;
    }

    private static byte[] frame(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] frame = new byte[ascii.length + 3];
        int etx = ascii.length + 1;
        frame[0] = STX;
        System.arraycopy(ascii, 0, frame, 1, ascii.length);
        frame[etx] = ETX;
        frame[etx + 1] = (byte) Checksums.lrc(frame, 1, etx);
        return frame;
    }

    private String textOf(byte[] frame) {
        if (!intact(frame)) {
            throw new Malformed(PATH, Math.max(0, frame.length - 1), "02 .. 03 and its LRC", "something else");
        }
        return new String(Arrays.copyOfRange(frame, 1, frame.length - 2), StandardCharsets.ISO_8859_1);
    }

    private static String byteOf(int value) {
        return Hex.of(new byte[] {(byte) value});
    }

    private static int byteIn(List<String> values, int index) {
        return Integer.parseInt(values.get(index), HEX_RADIX);
    }

    private static InjectionResult resultIn(List<String> values) {
        return InjectionResult.of(byteIn(values, 0));
    }
}
