package dev.counterfoil.protocol.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.codec.Checksums;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FramingTest {
    /** An order as logged by a loader's developers; its key's check value and its LRC have been calculated again. */
    private static final byte[] PRINTED_ORDER = Hex.bytes("02"
            + Hex.of(("0201000001007727" + "0".repeat(24) + "010" + "08EAB32098C251868FB94F02F875B6FE")
                    .getBytes(StandardCharsets.US_ASCII))
            + "034E");

    private static final byte[] KEY = Hex.bytes("0123456789ABCDEFFEDCBA9876543210");

    private record Said(Framing framing, byte[] frame, boolean order) {
        Object read() {
            return order ? framing.order(frame) : framing.answer(frame);
        }

        byte[] again() {
            return order ? framing.encode(framing.order(frame)) : framing.encode(framing.answer(frame));
        }
    }

    static Stream<Said> said() {
        return Stream.concat(
                Stream.of(
                        order(Framing.FUTUREX, new InjectionOrder.Load(3, "08D7", KEY)),
                        order(
                                Framing.FUTUREX,
                                new InjectionOrder.Load(
                                        99, 5, 1, "08D7", new InjectionOrder.Above(7, "AABB", "F".repeat(20)), KEY)),
                        order(Framing.FUTUREX, new InjectionOrder.ReadSerialNumber()),
                        order(Framing.FUTUREX, new InjectionOrder.WriteSerialNumber("1234567890ABCDEF")),
                        order(Framing.FUTUREX, new InjectionOrder.DeleteAllKeys()),
                        order(Framing.FUTUREX, new InjectionOrder.DeleteKey(15, 5)),
                        order(Framing.FUTUREX, new InjectionOrder.Poll()),
                        order(Framing.FUTUREX, new InjectionOrder.Hello("20260316")),
                        order(Framing.XGD, new InjectionOrder.Mode(3, new byte[8])),
                        order(Framing.XGD, new InjectionOrder.Load(1, "", KEY)),
                        order(Framing.XGD, new InjectionOrder.Load(1, "", Arrays.copyOf(KEY, 8))),
                        order(Framing.XGD, new InjectionOrder.Cancel()),
                        order(Framing.XGD, new InjectionOrder.ReadSerialNumber())),
                Stream.of(
                        answer(Framing.FUTUREX, new InjectionAnswer.Loaded(InjectionResult.GOOD, "AABB")),
                        answer(Framing.FUTUREX, new InjectionAnswer.Loaded(InjectionResult.BAD_CHECK_BYTE, "")),
                        answer(
                                Framing.FUTUREX,
                                new InjectionAnswer.SerialNumber(InjectionResult.GOOD, "1234567890ABCDEF")),
                        answer(Framing.FUTUREX, new InjectionAnswer.SerialNumberWritten(InjectionResult.GOOD)),
                        answer(Framing.FUTUREX, new InjectionAnswer.AllKeysDeleted(InjectionResult.TAMPERED)),
                        answer(Framing.FUTUREX, new InjectionAnswer.KeyDeleted(InjectionResult.NOT_DELETED)),
                        answer(Framing.FUTUREX, new InjectionAnswer.Here()),
                        answer(
                                Framing.FUTUREX,
                                new InjectionAnswer.Greeting(InjectionResult.GOOD, "2015", "check the date")),
                        answer(Framing.XGD, new InjectionAnswer.Done(InjectionResult.GOOD)),
                        answer(Framing.XGD, new InjectionAnswer.Done(InjectionResult.FAILED)),
                        answer(Framing.XGD, new InjectionAnswer.SerialNumber(InjectionResult.GOOD, "PP00000001"))));
    }

    private static Said order(Framing framing, InjectionOrder order) {
        return new Said(framing, framing.encode(order), true);
    }

    private static Said answer(Framing framing, InjectionAnswer answer) {
        return new Said(framing, framing.encode(answer), false);
    }

    @Test
    void the_printed_futurex_order_reads_as_a_master_key_with_its_check_value() {
        InjectionOrder.Load load = (InjectionOrder.Load) Framing.FUTUREX.order(PRINTED_ORDER);
        assertThat(load.slot()).isZero();
        assertThat(load.keyType()).isEqualTo(InjectionOrder.MASTER_KEY);
        assertThat(load.encryption()).isEqualTo(InjectionOrder.IN_CLEAR);
        assertThat(load.checkValue()).isEqualTo("7727");
        assertThat(load.key()).hasSize(16);
        assertThat(Framing.FUTUREX.encode(load)).isEqualTo(PRINTED_ORDER);
    }

    @Test
    void the_printed_xgd_results_read_as_good_and_failed() {
        assertThat(Framing.XGD.answer(Hex.bytes("0101010101132034")).good()).isTrue();
        assertThat(Framing.XGD.answer(Hex.bytes("0101010101132F43")).good()).isFalse();
        assertThat(Hex.of(Framing.XGD.refusal(InjectionResult.BAD_CHECK_BYTE))).isEqualTo("0101010101132F43");
        assertThat(Hex.of(Framing.XGD.encode(new InjectionAnswer.Done(InjectionResult.GOOD))))
                .isEqualTo("0101010101132034");
    }

    @Test
    void an_xgd_key_of_sixteen_bytes_has_its_index_moved_and_a_long_frame_reads_like_a_short_one() {
        byte[] shorter = Framing.XGD.encode(new InjectionOrder.Load(2, "", KEY));
        assertThat(Hex.of(shorter)).startsWith("010101010112FB1168");
        byte[] data = Arrays.copyOfRange(shorter, 8, shorter.length - 2);
        byte[] longer = Hex.bytes("010101010115FB0011" + Hex.of(data) + "0300");
        longer[longer.length - 1] = (byte) Checksums.sum(longer, 4, longer.length - 5);
        assertThat(Framing.XGD.order(longer)).usingRecursiveComparison().isEqualTo(Framing.XGD.order(shorter));
    }

    @ParameterizedTest
    @MethodSource("said")
    void whatever_is_said_reads_back_as_it_was_written(Said said) {
        assertThat(said.framing.intact(said.frame)).isTrue();
        assertThat(said.again()).isEqualTo(said.frame);
    }

    @ParameterizedTest
    @MethodSource("said")
    void every_truncation_is_malformed(Said said) {
        for (int length = 0; length < said.frame.length; length++) {
            byte[] cut = Arrays.copyOf(said.frame, length);
            assertThatThrownBy(() -> new Said(said.framing, cut, said.order).read())
                    .isInstanceOf(Malformed.class);
        }
    }

    @ParameterizedTest
    @MethodSource("said")
    void every_flipped_bit_is_malformed(Said said) {
        for (int bit = 0; bit < 8 * said.frame.length; bit++) {
            byte[] bad = said.frame.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> new Said(said.framing, bad, said.order).read())
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void an_error_names_framing_row_field_and_offset() {
        assertThatThrownBy(() -> Framing.FUTUREX.order(futurex("02010000010G77270000" + "0".repeat(20) + "0010A")))
                .isInstanceOf(Malformed.class)
                .hasMessage("futurex 0201.encryption at offset 12: expected a hex digit, found another character");
        assertThatThrownBy(() -> Framing.FUTUREX.order(futurex("0201000001007727" + "0".repeat(24) + "0020A")))
                .hasMessage("futurex 0201.key at offset 44: expected 4 characters, found 2 characters");
        assertThatThrownBy(() -> Framing.FUTUREX.order(futurex("0777")))
                .hasMessage("futurex at offset 1: expected a known code, found an unknown one");
        assertThatThrownBy(() -> Framing.XGD.order(xgd("EE020300")))
                .hasMessage("xgd EE.transport key at offset 9: expected 16 characters, found 2 characters");
        assertThatThrownBy(() -> Framing.XGD.order(xgd("8C0100")))
                .hasMessage("xgd 8C.end at offset 8: expected the end, found 2 characters");
    }

    private static byte[] futurex(String text) {
        byte[] frame = Hex.bytes("02" + Hex.of(text.getBytes(StandardCharsets.US_ASCII)) + "0300");
        frame[frame.length - 1] = (byte) Checksums.lrc(frame, 1, frame.length - 2);
        return frame;
    }

    private static byte[] xgd(String fromCommand) {
        byte[] frame = Hex.bytes("010101010112" + fromCommand + "0300");
        frame[frame.length - 1] = (byte) Checksums.sum(frame, 4, frame.length - 5);
        return frame;
    }

    @Test
    void frames_between_rubbish_split_at_every_place_come_out_whole() {
        for (Framing framing : List.of(Framing.FUTUREX, Framing.XGD)) {
            List<byte[]> frames =
                    said().filter(s -> s.framing == framing).map(Said::frame).toList();
            byte[] stream = {};
            for (byte[] frame : frames) {
                stream = joined(joined(stream, Hex.bytes("00FF55")), frame);
            }
            for (int cut = 0; cut <= stream.length; cut++) {
                Framing.Reader reader = framing.reader();
                List<byte[]> found = new ArrayList<>(reader.feed(Arrays.copyOf(stream, cut)));
                found.addAll(reader.feed(Arrays.copyOfRange(stream, cut, stream.length)));
                assertThat(found).usingElementComparator(Arrays::compare).containsExactlyElementsOf(frames);
            }
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @Test
    void a_frame_that_never_ends_is_not_waited_for_without_bound() {
        byte[] endless = new byte[100_000];
        Arrays.fill(endless, (byte) '0');
        endless[0] = 0x02;
        for (Framing framing : List.of(Framing.FUTUREX, Framing.XGD)) {
            Framing.Reader reader = framing.reader();
            assertThat(reader.feed(endless)).isEmpty();
            byte[] frame = framing.encode(new InjectionOrder.ReadSerialNumber());
            assertThat(reader.feed(frame)).hasSize(1);
        }
    }

    @Test
    void random_bytes_and_random_changes_bring_nothing_but_malformed() {
        RandomStream random = new RandomStream(20);
        List<Said> all = said().toList();
        for (int round = 0; round < 40_000; round++) {
            Said said = all.get(random.nextInt(all.size()));
            byte[] frame = changed(said, random);
            tryToRead(said.framing, frame);
            Framing.Reader reader = said.framing.reader();
            for (byte[] found : reader.feed(frame)) {
                tryToRead(said.framing, found);
            }
        }
    }

    /** Changed bytes, and a check byte that is made right again half the time. */
    private static byte[] changed(Said said, RandomStream random) {
        byte[] frame = Arrays.copyOf(said.frame, Math.max(1, said.frame.length - random.nextInt(3)));
        for (int i = random.nextInt(4); i >= 0; i--) {
            frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
        }
        int last = frame.length - 1;
        if (random.nextInt(2) == 0 && last > 5) {
            frame[last] = (byte)
                    (said.framing == Framing.FUTUREX
                            ? Checksums.lrc(frame, 1, last - 1)
                            : Checksums.sum(frame, 4, last - 4));
        }
        return frame;
    }

    private static void tryToRead(Framing framing, byte[] frame) {
        for (boolean order : new boolean[] {true, false}) {
            try {
                Said said = new Said(framing, frame, order);
                said.read();
                assertThat(new Said(framing, said.again(), order).again()).isEqualTo(said.again());
            } catch (Malformed e) {
                assertThat(e.offset()).isBetween(0, frame.length);
            }
        }
    }
}
