package dev.counterfoil.protocol.padlink;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PadLinkTest {
    private static final byte[] KEY = Hex.bytes("0123456789ABCDEFFEDCBA9876543210");

    static Stream<PadCommand> commands() {
        return Stream.of(
                new PadCommand.LoadMasterKey(3, '1', KEY),
                new PadCommand.LoadWorkingKey(
                        3, PadSlot.MAC_KEY, KeyUse.MAC, Hex.bytes("0011223344556677"), "8D0A74B8"),
                new PadCommand.Reset(),
                new PadCommand.CancelInput(),
                new PadCommand.ShortestPin(6),
                new PadCommand.LongestPin(12),
                new PadCommand.StartPinEntry(false, 60),
                new PadCommand.StartPinEntry(true, 999),
                new PadCommand.ReadPinBlock(PadSlot.PIN_KEY, PinBlockKind.ISO0, "234567890123"),
                new PadCommand.Mac(PadSlot.MAC_KEY, MacKind.UNIONPAY, Hex.bytes("0200")),
                new PadCommand.Mac(PadSlot.MAC_KEY, MacKind.X9_9, new byte[600]),
                new PadCommand.Cipher(PadSlot.TRACK_KEY, CipherMode.ECB_DECRYPT, new byte[8]),
                new PadCommand.KeyStatus(PadSlot.MASTER_KEY),
                new PadCommand.ReadSerialNumber(),
                new PadCommand.ReadPairing(),
                new PadCommand.TestSlot(),
                new PadCommand.Reactivate("T1"),
                new PadCommand.EraseKeys(PadCommand.Erasure.ATTACK),
                new PadCommand.AwaitCard(30),
                new PadCommand.StartCardPassword(30),
                new PadCommand.BeginDownload(),
                new PadCommand.CheckHost(Hex.bytes("2532DF5DD75880D3")),
                new PadCommand.LoadUnderCardKey(1, "51E1FBFA", KEY),
                new PadCommand.EndDownload(),
                new PadCommand.BeginHardenedDownload(),
                new PadCommand.DownloadMac(DownloadKey.CARD_KEY, Hex.bytes("0123")),
                new PadCommand.CheckDownloadMac(DownloadKey.MASTER_KEY, new byte[8], Hex.bytes("0123")),
                new PadCommand.LoadKeyBlock(1, "51E1FBFA", "B0112K0TD00N0200LB0CSN000001"),
                new PadCommand.StartInjection(90),
                new PadCommand.StartComponent(2, 300),
                new PadCommand.DrawKey(),
                new PadCommand.ReadLongPinBlock(PadSlot.PIN_KEY, "6225880112345678"),
                new PadCommand.WrapTransportKey(
                        true, PadCommand.HostKeyKind.RSA, Hex.bytes("010001"), Hex.bytes("C0FFEE")),
                new PadCommand.WrapTransportKey(false, PadCommand.HostKeyKind.SM2, new byte[0], Hex.bytes("04")),
                new PadCommand.LoadUnderTransportKey(1, "51E1FBFA", "00112233445566778899AABBCCDDEEFF"),
                new PadCommand.DownloadMac(DownloadKey.CHIP_KEY, Hex.bytes("0123")),
                new PadCommand.EncryptTrack(PadSlot.TRACK_KEY, TrackKind.LAST_EIGHT, "6225880112345678D2512"),
                new PadCommand.LoadKeySet(MakKind.EIGHT, new byte[60]));
    }

    static Stream<PadReply> replies() {
        return Stream.of(
                new PadReply.Pressed(PadKey.DIGIT),
                new PadReply.Pressed(PadKey.CLEAR),
                new PadReply.Pressed(PadKey.ENTER),
                new PadReply.Pressed(PadKey.CANCEL),
                new PadReply.Answer(PadResult.GOOD),
                new PadReply.Answer(PadResult.KCV),
                new PadReply.Answer(Hex.bytes("30313233")),
                new PadReply.Answer(new byte[1200]),
                new PadReply.CardIn(CardKind.MANAGER, "6225880000000017", "20301231"),
                new PadReply.CardIn(CardKind.SILENT, "", ""),
                new PadReply.CardOut(),
                new PadReply.PasswordChecked(0x63C2),
                new PadReply.TimedOut(),
                new PadReply.Bypassed(),
                new PadReply.InjectionSaid(InjectionOutcome.LOADED, "51E1FBFA"),
                new PadReply.InjectionSaid(InjectionOutcome.DAMAGED, "08"),
                new PadReply.ComponentSaid(ComponentOutcome.TAKEN, "A89140E2"),
                new PadReply.ComponentSaid(ComponentOutcome.WEAK_KEY, ""));
    }

    @Test
    void the_frames_of_the_published_layout_come_out_byte_for_byte() throws IOException {
        assertThat(Hex.of(PadCommand.decode(vector("ZT598 reset control")).encode()))
                .isEqualTo("0230303435303330033331");
        assertThat(PadCommand.decode(vector("ZT598 reset control"))).isEqualTo(new PadCommand.Reset());
        byte[] readPin = vector("ZT598 read PIN block, key 01, ISO-0, 12 PAN digits");
        PadCommand command = new PadCommand.ReadPinBlock(PadSlot.PIN_KEY, PinBlockKind.ISO0, "234567890123");
        assertThat(PadCommand.decode(readPin)).isEqualTo(command);
        assertThat(command.encode()).isEqualTo(readPin);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_reads_back_as_it_was_written(PadCommand command) {
        byte[] frame = command.encode();
        assertThat(PadCommand.decode(frame)).usingRecursiveComparison().isEqualTo(command);
        assertThat(PadCommand.decode(frame).encode()).isEqualTo(frame);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void a_reply_reads_back_as_it_was_written(PadReply reply) {
        byte[] piece = reply.encode();
        assertThat(PadReply.decode(piece)).usingRecursiveComparison().isEqualTo(reply);
        assertThat(PadReply.decode(piece).encode()).isEqualTo(piece);
    }

    @Test
    void every_row_of_the_table_is_tried_here_and_no_code_begins_another() {
        Set<String> tried = new LinkedHashSet<>();
        commands()
                .forEach(c -> PadTable.codes().stream()
                        .filter(PadTable.write(c)::startsWith)
                        .forEach(tried::add));
        assertThat(tried).containsExactlyInAnyOrderElementsOf(PadTable.codes());
        for (String code : PadTable.codes()) {
            assertThat(PadTable.codes().stream().filter(code::startsWith)).containsExactly(code);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_truncation_of_a_command_is_malformed(PadCommand command) {
        byte[] frame = command.encode();
        for (int length = 0; length < frame.length; length++) {
            byte[] cut = Arrays.copyOf(frame, length);
            assertThat(refused(cut)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_flipped_bit_of_a_frame_is_malformed(PadCommand command) {
        byte[] frame = command.encode();
        for (int bit = 0; bit < 8 * frame.length; bit++) {
            byte[] bad = frame.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(refused(bad)).isTrue();
        }
    }

    @Test
    void a_slot_reading_tells_what_is_over_the_slot() {
        assertThat(PadReply.SlotReading.decode("110".getBytes(US_ASCII)).covered())
                .isFalse();
        assertThat(PadReply.SlotReading.decode("111".getBytes(US_ASCII)).covered())
                .isTrue();
        assertThat(PadReply.SlotReading.decode("089".getBytes(US_ASCII)).covered())
                .isTrue();
        for (String bad : List.of("", "11", "1111", "11A")) {
            assertThatThrownBy(() -> PadReply.SlotReading.decode(bad.getBytes(US_ASCII)))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("slot reading");
        }
    }

    @Test
    void frames_split_at_every_place_and_joined_come_out_whole() {
        List<byte[]> pieces = replies().map(PadReply::encode).toList();
        byte[] stream = joined(pieces);
        for (int cut = 0; cut <= stream.length; cut++) {
            PadFrameReader reader = new PadFrameReader();
            List<byte[]> found = new ArrayList<>(reader.feed(Arrays.copyOf(stream, cut)));
            found.addAll(reader.feed(Arrays.copyOfRange(stream, cut, stream.length)));
            assertThat(hex(found)).isEqualTo(hex(pieces));
            assertThat(reader.pending()).isZero();
        }
    }

    @Test
    void frames_byte_by_byte_come_out_whole() {
        PadFrameReader reader = new PadFrameReader();
        List<byte[]> pieces = commands().map(PadCommand::encode).toList();
        List<byte[]> found = new ArrayList<>();
        for (byte b : joined(pieces)) {
            found.addAll(reader.feed(new byte[] {b}));
        }
        assertThat(hex(found)).isEqualTo(hex(pieces));
    }

    @Test
    void garbage_before_a_frame_falls_apart_and_the_frame_is_found() {
        PadFrameReader reader = new PadFrameReader();
        byte[] frame = new PadCommand.Reset().encode();
        List<byte[]> found = reader.feed(joined(List.of(Hex.bytes("0230023030023030315A"), frame)));
        assertThat(found.get(found.size() - 1)).isEqualTo(frame);
        assertThat(found).hasSize(11);
    }

    @Test
    void a_frame_that_has_begun_is_forgotten_after_a_second_of_silence() {
        byte[] frame = new PadCommand.ReadSerialNumber().encode();
        byte[] begun = Arrays.copyOf(frame, frame.length - 1);
        byte[] rest = {frame[frame.length - 1]};
        PadFrameReader reader = new PadFrameReader();
        assertThat(reader.feed(begun, 5)).isEmpty();
        assertThat(reader.feed(rest, 5 + PadFrameReader.LONGEST_GAP_NANOS)).containsExactly(frame);
        assertThat(reader.feed(begun, 0)).isEmpty();
        assertThat(reader.feed(frame, PadFrameReader.LONGEST_GAP_NANOS + 1)).containsExactly(frame);
    }

    @Test
    void a_frame_that_never_ends_is_forgotten_on_reset() {
        PadFrameReader reader = new PadFrameReader();
        reader.feed(Hex.bytes("02393939"));
        assertThat(reader.pending()).isEqualTo(4);
        reader.reset();
        assertThat(reader.feed(new PadCommand.Reset().encode())).hasSize(1);
    }

    @Test
    void the_pieces_of_any_bytes_joined_are_those_bytes() {
        RandomStream random = new RandomStream(598);
        byte[] alphabet = Hex.bytes("0203303031353A2A0D41");
        for (int run = 0; run < 500; run++) {
            PadFrameReader reader = new PadFrameReader();
            byte[] stream = new byte[random.nextInt(60)];
            for (int i = 0; i < stream.length; i++) {
                stream[i] = alphabet[random.nextInt(alphabet.length)];
            }
            int cut = random.nextInt(stream.length + 1);
            List<byte[]> found = new ArrayList<>(reader.feed(Arrays.copyOf(stream, cut)));
            found.addAll(reader.feed(Arrays.copyOfRange(stream, cut, stream.length)));
            byte[] read = joined(found);
            assertThat(read).isEqualTo(Arrays.copyOf(stream, read.length));
            assertThat(read.length + reader.pending()).isEqualTo(stream.length);
        }
    }

    @Test
    void result_codes_of_other_makers_pads_are_understood() {
        assertThat(List.of(0x60, 0x75, 0x9F, 0xA3)).allMatch(code -> PadResult.of(code) == PadResult.GOOD);
        assertThat(PadResult.of(0xE7)).isEqualTo(PadResult.KCV);
        assertThat(PadResult.of(0xD7)).isEqualTo(PadResult.FAILED);
        assertThat(PadResult.of(0x5F)).isEqualTo(PadResult.FAILED);
    }

    @Test
    void structured_answers_read_back_and_refuse_what_is_cut() {
        KeyReport report = new KeyReport(SlotState.ACTIVE, "51E1FBFA");
        assertThat(KeyReport.decode(report.encode())).isEqualTo(report);
        assertThat(KeyReport.decode(new KeyReport(SlotState.EMPTY, "").encode()).checkValue())
                .isEmpty();
        Challenge challenge = new Challenge("62258800", new byte[8], Hex.bytes("0011223344556677"), new byte[8]);
        assertThat(Challenge.decode(challenge.encode()))
                .usingRecursiveComparison()
                .isEqualTo(challenge);
        byte[] whole = challenge.encode();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Challenge.decode(cut)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void no_command_prints_what_it_carries() {
        assertThat(commands().map(Object::toString))
                .noneMatch(s -> s.contains("234567890123") || s.contains("6225880112345678"));
    }

    private static List<String> hex(List<byte[]> pieces) {
        return pieces.stream().map(Hex::of).toList();
    }

    private static boolean refused(byte[] frame) {
        try {
            PadCommand.decode(frame);
            return false;
        } catch (Malformed e) {
            return true;
        }
    }

    private static byte[] vector(String name) throws IOException {
        try (InputStream in = PadLinkTest.class.getResourceAsStream("/vectors/serial_frames.json")) {
            for (JsonNode entry : new ObjectMapper().readTree(in)) {
                if (entry.get("name").asText().equals(name)) {
                    return Hex.bytes(entry.get("expected").asText());
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
