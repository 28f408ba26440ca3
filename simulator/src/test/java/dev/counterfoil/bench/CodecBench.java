package dev.counterfoil.bench;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * How the table-driven dialect compares with a codec as plain as it can be, in one run: processor time of a 21-field
 * 0200 without TPDU and header, best of several rounds taken in turn.
 *
 * <p>Unpacking is measured with every value read as text, since this codec reads a value only when it is asked for.
 */
final class CodecBench {
    private static final Dialect DIALECT =
            Dialect.named("unionpay-pos").with(Map.of("lengthPrefix", "no", "tpdu.length", "0", "header.length", "0"));
    private static final String[] FIELDS = {
        "2=6225000000000014",
        "3=000000",
        "4=000000002500",
        "11=000134",
        "14=3012",
        "22=051",
        "23=001",
        "25=00",
        "26=06",
        "35=6225000000000014D30122010000012300000",
        "37=091947145060",
        "38=123456",
        "41=58402001",
        "42=302440380621100",
        "49=156",
        "52=ED8677B84EF5C989",
        "53=2600000000000000",
        "55=9F2608F879A548590795E39F2701809F101307000103A00002010A010000050931BEB54E529F3704B9B7D4D79F360202FE9505008004"
                + "60009A031507219C01009F02060000000000015F2A02015682027D009F1A0201569F03060000000000009F330360E1C8",
        "60=22000001000600",
        "62=4143544E303030303030303030303030333231",
        "64=3531443837343145"
    };
    private static final int ROUNDS = 12;
    private static final int CALLS = 400_000;

    private CodecBench() {}

    public static void main(String[] args) {
        IsoMessage.Builder builder = IsoMessage.of("0200");
        FloorCodec.Message plain = new FloorCodec.Message();
        plain.mti = 200;
        int[] numbers = new int[FIELDS.length];
        for (int i = 0; i < FIELDS.length; i++) {
            int equals = FIELDS[i].indexOf('=');
            int n = Integer.parseInt(FIELDS[i].substring(0, equals));
            String text = FIELDS[i].substring(equals + 1);
            numbers[i] = n;
            builder.set(n, text);
            plain.field[n] = n == 52 || n == 55 || n == 64
                    ? Hex.bytes(text)
                    : n == 62 ? new String(Hex.bytes(text), java.nio.charset.StandardCharsets.ISO_8859_1) : text;
        }
        IsoMessage message = builder.build();
        byte[] frame = DIALECT.pack(message);
        byte[] floorFrame = Arrays.copyOf(new byte[1024], 1024);
        int floorLength = FloorCodec.pack(plain, floorFrame);
        System.out.printf(
                Locale.ROOT,
                "frame of %d bytes, %d fields, the floor's is %d%n",
                frame.length,
                numbers.length,
                floorLength);

        double[] best = new double[5];
        Arrays.fill(best, Double.MAX_VALUE);
        byte[] out = new byte[1024];
        for (int round = 0; round < ROUNDS; round++) {
            time(best, 0, i -> FloorCodec.pack(plain, out));
            time(best, 1, i -> DIALECT.pack(message).length);
            time(best, 2, i -> FloorCodec.unpack(frame, frame.length).mti);
            time(best, 3, i -> readAll(DIALECT.unpack(frame), numbers));
            time(best, 4, i -> DIALECT.unpack(frame).mti().length());
        }
        report("pack", best[1], best[0]);
        report("unpack and read every value", best[3], best[2]);
        report("unpack only", best[4], best[2]);
    }

    private static int readAll(IsoMessage message, int[] numbers) {
        int sum = 0;
        for (int n : numbers) {
            boolean binary = n == 52 || n == 55 || n == 62 || n == 64;
            sum += binary ? message.bytes(n).length : message.text(n).length();
        }
        return sum;
    }

    private static int sink;

    private static void time(double[] best, int slot, IntUnaryOperator work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < CALLS; i++) {
            sink += work.applyAsInt(i);
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        best[slot] = Math.min(best[slot], (double) nanos / CALLS);
    }

    private static void report(String what, double nanos, double floorNanos) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %6.0f ns, floor %6.0f ns, ratio %.2f%n",
                what,
                nanos,
                floorNanos,
                nanos / floorNanos);
    }
}
