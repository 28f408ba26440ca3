package dev.counterfoil.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Bcd;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.Sighting.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WitnessTest {
    private static final byte[] TMK = Hex.bytes("2A4A5D6D7F8F91A1B3C2D5E5F7071929");
    private static final String PAN = "6225880112345678";
    private static final String TRACK2 = "6225880112345678=29121010000000000123";

    private final Witness witness = new Witness(42);

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8, 9, 15, 16, 17, 24, 63, 64, 65, 200})
    void a_secret_is_seen_raw_and_in_hex_of_either_case_at_every_offset(int length) {
        Random random = new Random(length);
        byte[] secret = CipherKeyTest.bytes(random, length);
        witness.born("master key", "T1", secret);
        String hex = Hex.of(secret);
        for (int offset = 0; offset < 20; offset++) {
            Sighting raw = new Sighting("master key", "T1", Form.RAW, offset, false);
            assertThat(witness.scan(around(random, offset, secret))).containsExactly(raw);
            Sighting text = new Sighting("master key", "T1", Form.HEX, offset, false);
            for (String written : List.of(hex, hex.toLowerCase(Locale.ROOT), mixed(hex))) {
                assertThat(witness.scan(around(random, offset, written.getBytes(US_ASCII))))
                        .containsExactly(text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"62258801", "622588011", PAN, "622588011234567", TRACK2, "88888889", "6225880112345678901"})
    void digits_are_seen_packed_from_either_half_of_a_byte(String digits) {
        Random random = new Random(digits.length());
        witness.born("PAN", "card 1", digits.getBytes(US_ASCII));
        String packed = digits.replace('=', 'D');
        for (int offset = 0; offset < 20; offset++) {
            Sighting seen = new Sighting("PAN", "card 1", Form.BCD, offset, false);
            assertThat(witness.scan(around(random, offset, Bcd.left(packed, '0'))))
                    .containsExactly(seen);
            assertThat(witness.scan(around(random, offset, Bcd.left("9" + packed, '0'))))
                    .containsExactly(seen);
        }
    }

    @Test
    void a_secret_has_not_ended_while_one_of_its_places_holds_it() {
        byte[] place = TMK.clone();
        witness.born("master key", "T1", place);
        assertThat(witness.ended("master key", "T1", new byte[16], place)).isFalse();
        assertThat(witness.hasEnded("master key", "T1")).isFalse();
        Arrays.fill(place, (byte) 0);
        assertThat(witness.ended("master key", "T1", new byte[16], place)).isTrue();
        assertThat(witness.hasEnded("master key", "T1")).isTrue();
    }

    @Test
    void a_track_is_seen_with_either_separator() {
        witness.born("track data", "card 1", TRACK2.getBytes(US_ASCII));
        for (String written : List.of(TRACK2, TRACK2.replace('=', 'D'))) {
            assertThat(witness.scan(("35=" + written).getBytes(US_ASCII)))
                    .containsExactly(new Sighting("track data", "card 1", Form.RAW, 3, false));
            assertThat(witness.scan(Hex.of(written.getBytes(US_ASCII)).getBytes(US_ASCII)))
                    .containsExactly(new Sighting("track data", "card 1", Form.HEX, 0, false));
        }
    }

    @Test
    void a_part_of_a_secret_is_not_the_secret() {
        witness.born("master key", "T1", TMK);
        witness.born("card password", "M1", "246813".getBytes(US_ASCII));
        assertThat(witness.scan(Arrays.copyOf(TMK, 15))).isEmpty();
        assertThat(witness.scan(TMK, 1, 15)).isEmpty();
        assertThat(witness.scan(Hex.of(TMK, 0, 15).getBytes(US_ASCII))).isEmpty();
        assertThat(witness.scan("24681".getBytes(US_ASCII))).isEmpty();
        assertThat(witness.scan("0246813".getBytes(US_ASCII))).hasSize(1);
    }

    @Test
    void only_the_given_range_is_read() {
        witness.born("master key", "T1", TMK);
        witness.born("PAN", "card 1", PAN.getBytes(US_ASCII));
        byte[] data = around(new Random(1), 10, TMK);
        assertThat(witness.scan(data, 10, 16)).hasSize(1);
        assertThat(witness.scan(data, 11, 16)).isEmpty();
        assertThat(witness.scan(data, 9, 16)).isEmpty();
        assertThat(witness.scan(data, 10, 15)).isEmpty();
        byte[] packed = Hex.bytes("9" + PAN + "9");
        assertThat(witness.scan(packed)).hasSize(1);
        assertThat(witness.scan(packed, 1, packed.length - 1)).isEmpty();
        assertThat(witness.scan(packed, 0, packed.length - 1)).isEmpty();
    }

    @Test
    void one_value_under_two_names_is_seen_twice_in_the_order_of_birth() {
        witness.born("master key", "T1", TMK);
        witness.born("master key", "host", TMK);
        witness.born("master key", "T1", TMK);
        assertThat(witness.scan(TMK)).extracting(Sighting::label).containsExactly("T1", "host");
    }

    @Test
    void sightings_come_in_the_order_of_their_offsets() {
        witness.born("master key", "T1", TMK);
        witness.born("PAN", "card 1", PAN.getBytes(US_ASCII));
        byte[] data = (Hex.of(TMK) + "/" + PAN + "/" + Hex.of(TMK)).getBytes(US_ASCII);
        assertThat(witness.scan(data)).extracting(Sighting::offset).containsExactly(0, 33, 50);
    }

    @Test
    void the_end_of_a_secret_is_known_and_it_stays_sought() {
        witness.born("card key", "M1", TMK);
        assertThat(witness.alive("card key", "M1")).isTrue();
        assertThat(witness.hasEnded("card key", "M1")).isFalse();
        witness.ended("card key", "M1");
        assertThat(witness.alive("card key", "M1")).isFalse();
        assertThat(witness.hasEnded("card key", "M1")).isTrue();
        assertThat(witness.hasEnded("card key", "M2")).isFalse();
        assertThat(witness.scan(TMK)).containsExactly(new Sighting("card key", "M1", Form.RAW, 0, true));
        witness.born("card key", "M1", TMK);
        assertThat(witness.alive("card key", "M1")).isTrue();
        assertThat(witness.scan(TMK)).containsExactly(new Sighting("card key", "M1", Form.RAW, 0, false));
    }

    @Test
    void all_values_of_a_name_end_together() {
        Random random = new Random(9);
        List<byte[]> pins = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            byte[] block = CipherKeyTest.bytes(random, 8);
            pins.add(block);
            witness.born("PIN block", "T1", block);
        }
        witness.ended("PIN block", "T1");
        assertThat(witness.hasEnded("PIN block", "T1")).isTrue();
        assertThat(pins).allMatch(block -> witness.scan(block).size() == 1);
    }

    @Test
    void the_oldest_ended_secrets_are_let_go_and_living_ones_are_not() {
        witness.born("master key", "T1", TMK);
        Random random = new Random(10);
        byte[] first = CipherKeyTest.bytes(random, 8);
        witness.born("PIN block", "first", first);
        witness.ended("PIN block", "first");
        byte[] last = first;
        for (int i = 0; i < 2 * SecretTable.KEPT_ENDED; i++) {
            last = CipherKeyTest.bytes(random, 8);
            witness.born("PIN block", "T" + i, last);
            witness.ended("PIN block", "T" + i);
        }
        assertThat(witness.scan(first)).isEmpty();
        assertThat(witness.scan(last)).hasSize(1);
        assertThat(witness.scan(TMK)).hasSize(1);
    }

    @Test
    void what_stands_in_every_message_is_not_sought() {
        witness.born("card password", "M1", "000000".getBytes(US_ASCII));
        witness.born("card password", "M2", "123".getBytes(US_ASCII));
        witness.born("card key", "M1", new byte[16]);
        assertThat(witness.scan(new byte[64])).isEmpty();
        assertThat(witness.scan("0000000000000000000 123".getBytes(US_ASCII))).isEmpty();
        assertThat(witness.alive("card password", "M2")).isTrue();
    }

    @Test
    void many_secrets_are_all_found_and_innocent_bytes_are_not_taken_for_them() {
        Random random = new Random(11);
        List<byte[]> secrets = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            byte[] secret = CipherKeyTest.bytes(random, 8 + i % 9);
            secrets.add(secret);
            witness.born("working keys", "T" + i, secret);
        }
        for (int i = 0; i < secrets.size(); i++) {
            assertThat(witness.scan(secrets.get(i)))
                    .containsExactly(new Sighting("working keys", "T" + i, Form.RAW, 0, false));
        }
        assertThat(witness.scan(CipherKeyTest.bytes(random, 200_000))).isEmpty();
    }

    /** A plain search is the model: on small alphabets windows collide all the time. */
    @Test
    void sightings_are_those_of_a_plain_search() {
        Random random = new Random(12);
        for (int round = 0; round < 300; round++) {
            Witness small = new Witness(round);
            byte[] secret = digits(random, 4 + random.nextInt(20));
            small.born("s", "l", secret);
            byte[] data = digits(random, 60);
            System.arraycopy(secret, 0, data, random.nextInt(60 - secret.length), secret.length);
            List<Integer> raw = new ArrayList<>();
            for (int at = 0; at + secret.length <= data.length; at++) {
                if (Arrays.equals(data, at, at + secret.length, secret, 0, secret.length)) {
                    raw.add(at);
                }
            }
            assertThat(small.scan(data))
                    .filteredOn(s -> s.form() == Form.RAW)
                    .extracting(Sighting::offset)
                    .containsExactlyElementsOf(raw);
        }
    }

    @Test
    void a_fingerprint_is_the_same_in_one_world_and_another_in_the_next() {
        assertThat(witness.fingerprint(TMK))
                .hasSize(8)
                .isEqualTo(new Witness(42).fingerprint(TMK))
                .isNotEqualTo(new Witness(43).fingerprint(TMK))
                .isNotEqualTo(witness.fingerprint(Arrays.copyOf(TMK, 15)));
    }

    private static byte[] digits(Random random, int length) {
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) ('1' + random.nextInt(2));
        }
        return text;
    }

    /** The bytes at {@code offset} of others that end no run of hex digits. */
    private static byte[] around(Random random, int offset, byte[] middle) {
        byte[] data = new byte[offset + middle.length + random.nextInt(20)];
        Arrays.fill(data, (byte) 0xE7);
        System.arraycopy(middle, 0, data, offset, middle.length);
        return data;
    }

    private static String mixed(String hex) {
        return hex.substring(0, hex.length() / 2).toLowerCase(Locale.ROOT) + hex.substring(hex.length() / 2);
    }

    @Test
    void one_of_several_ended_values_comes_back_and_ends_again() {
        Witness witness = new Witness(1);
        for (int i = 0; i < 3; i++) {
            witness.born("random number", "T1", number(i));
            assertThat(witness.ended("random number", "T1")).isTrue();
        }
        assertThat(witness.hasEnded("random number", "T1")).isTrue();

        witness.born("random number", "T1", number(0));

        assertThat(witness.alive("random number", "T1")).isTrue();
        assertThat(witness.hasEnded("random number", "T1")).isFalse();
        assertThat(witness.ended("random number", "T1", number(2))).isFalse();
        assertThat(witness.ended("random number", "T1", new byte[8])).isTrue();
        assertThat(witness.hasEnded("random number", "T1")).isTrue();
        assertThat(witness.alive("random number", "T1")).isFalse();
    }

    private static byte[] number(int which) {
        byte[] value = new byte[8];
        Arrays.fill(value, (byte) (0x51 + which));
        return value;
    }
}
