package dev.counterfoil.protocol.apdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApduTest {
    private static final byte[] ATR = Atr.withHistory("CFM1".getBytes(StandardCharsets.US_ASCII));

    @Test
    void verify_is_the_command_of_published_practice() {
        assertThat(Hex.of(ManagerApplication.verify("246810").encode())).isEqualTo("0020008108246810FFFFFFFFFF");
        assertThat(Hex.of(ManagerApplication.verify("12345").encode())).isEqualTo("002000810812345FFFFFFFFFFF");
    }

    @Test
    void commands_of_all_four_cases_read_back() {
        List<String> commands = List.of(
                "00A40400", "80CA005A00", "80CA005A10", "0020008108246810FFFFFFFFFF", "00A4040007F043464D47520100");
        for (String hex : commands) {
            CommandApdu command = CommandApdu.decode(Hex.bytes(hex));
            assertThat(Hex.of(command.encode())).isEqualTo(hex);
        }
        assertThat(CommandApdu.decode(Hex.bytes("80CA005A00")).le()).isEqualTo(256);
    }

    @Test
    void truncated_commands_are_malformed() {
        byte[] verify = ManagerApplication.verify("246810").encode();
        for (int length : new int[] {0, 1, 2, 3, 6, 9, 11}) {
            byte[] cut = Arrays.copyOf(verify, length);
            assertThatThrownBy(() -> CommandApdu.decode(cut)).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> ResponseApdu.decode(new byte[1])).isInstanceOf(Malformed.class);
    }

    @Test
    void no_command_prints_its_data() {
        assertThat(ManagerApplication.verify("246810")).hasToString("00200081 Lc 8");
        assertThat(new ResponseApdu(Hex.bytes("0123"), 0x9000)).hasToString("9000 and 2 bytes");
    }

    @Test
    void every_flipped_bit_and_truncation_of_a_block_is_malformed() {
        byte[] block = CardBlock.of(Hex.bytes("80CA00C100"), true);
        assertThat(CardBlock.apdu(block)).isEqualTo(Hex.bytes("80CA00C100"));
        for (int bit = 0; bit < 8 * block.length; bit++) {
            byte[] bad = block.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> CardBlock.apdu(bad)).isInstanceOf(Malformed.class);
        }
        for (int length = 0; length < block.length; length++) {
            byte[] cut = Arrays.copyOf(block, length);
            assertThatThrownBy(() -> CardBlock.apdu(cut)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void answers_to_reset_end_where_their_interface_bytes_say() {
        // ISO 7816-3 clause 8.2: T0 alone; TA1 TB1 TC1; a chain of two TD with T=0 and T=1, so with TCK.
        assertThat(Atr.whole(Hex.bytes("3B00"))).isTrue();
        assertThat(Atr.whole(Hex.bytes("3B7211000031C0"))).isTrue();
        assertThat(Atr.whole(ATR)).isTrue();
        assertThat(Atr.whole(Hex.bytes("3B80800101"))).isTrue();
        assertThat(Atr.whole(Hex.bytes("3B80800102"))).isFalse();
        for (int length = 0; length < ATR.length; length++) {
            assertThat(Atr.whole(Arrays.copyOf(ATR, length))).isFalse();
        }
    }

    @Test
    void what_the_contacts_carry_comes_out_whole_however_it_is_split() {
        List<byte[]> pieces = List.of(
                new byte[] {CardBlock.RESET},
                ATR,
                CardBlock.of(ManagerApplication.select().encode(), false),
                CardBlock.of(new ResponseApdu(0x9000).encode(), true));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        byte[] stream = all.toByteArray();
        for (int cut = 0; cut <= stream.length; cut++) {
            CardReader reader = new CardReader();
            List<byte[]> found = new ArrayList<>(reader.feed(Arrays.copyOf(stream, cut)));
            found.addAll(reader.feed(Arrays.copyOfRange(stream, cut, stream.length)));
            assertThat(found.stream().map(Hex::of))
                    .isEqualTo(pieces.stream().map(Hex::of).toList());
            assertThat(reader.pending()).isZero();
        }
    }

    @Test
    void a_stripe_reads_back_with_one_track_or_two() {
        for (Stripe stripe : List.of(
                new Stripe("6225880000000014=30122011234500001", ""),
                new Stripe("6212142000000000012=30122011234500001", "996212142000000000012=1561560000000000"))) {
            assertThat(Stripe.decode(stripe.encode())).isEqualTo(stripe);
        }
    }

    @Test
    void a_stripe_starts_and_ends_with_its_sentinels_and_its_lrc() {
        // LRC by hand: B ^ 1 ^ 2 ^ D ^ 3 ^ F = 1011 ^ 0001 ^ 0010 ^ 1101 ^ 0011 ^ 1111 = 1001.
        assertThat(new Stripe("12=3", "").encode()).isEqualTo(";12=3?9\r".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_badly_read_stripe_is_malformed() {
        byte[] good = new Stripe("6225880000000014=30122011234500001", "").encode();
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            assertThatThrownBy(() -> Stripe.decode(bad)).isInstanceOf(Malformed.class);
            byte[] cut = Arrays.copyOf(good, i);
            assertThatThrownBy(() -> Stripe.decode(cut)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void swipes_are_told_apart_byte_by_byte() {
        StripeReader reader = new StripeReader();
        byte[] one = new Stripe("6225880000000014=3012", "").encode();
        int found = 0;
        for (int round = 0; round < 2; round++) {
            for (byte b : one) {
                found += reader.feed(new byte[] {b}).size();
            }
        }
        assertThat(found).isEqualTo(2);
    }
}
