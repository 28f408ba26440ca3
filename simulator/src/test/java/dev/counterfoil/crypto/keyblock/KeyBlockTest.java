package dev.counterfoil.crypto.keyblock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.NonceSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class KeyBlockTest {
    private static final String[] ALGORITHMS = {"T", "D", "A", "H", "R", "E", "S", "7"};

    @ParameterizedTest
    @EnumSource(KeyBlockVersion.class)
    void what_was_wrapped_is_unwrapped(KeyBlockVersion version) {
        Random random = new Random(version.ordinal());
        for (String algorithm : ALGORITHMS) {
            for (int bytes = 1; bytes <= 40; bytes++) {
                if (KeyMaterial.fits(algorithm, bytes)) {
                    roundTrip(version, algorithm, bytes, random);
                }
            }
            if (KeyMaterial.fits(algorithm, 1217)) {
                roundTrip(version, algorithm, 1217, random);
            }
        }
    }

    private static void roundTrip(KeyBlockVersion version, String algorithm, int bytes, Random random) {
        byte[] clear = bytes(random, bytes);
        KeyMaterial key = KeyMaterial.of(algorithm, clear);
        KeyBlockHeader header = header(version, algorithm, random);
        for (CipherKey protectionKey : protectionKeys(version, random)) {
            int asLongAs = random.nextInt(48);
            String block = KeyBlock.wrap(protectionKey, header, key, asLongAs, random::nextBytes);
            KeyBlock parsed = parse(version, block);
            assertThat(parsed.header()).isEqualTo(header);
            KeyBlock.Opened opened = (KeyBlock.Opened) parsed.unwrap(protectionKey);
            assertThat(opened.header()).isEqualTo(header);
            assertThat(opened.key().clear()).isEqualTo(clear);
            assertThat(opened.key().algorithm()).isEqualTo(algorithm);
            CipherKey other = CipherKey.of(protectionKey.kind(), bytes(random, protectionKey.lengthBytes()));
            assertThat(parsed.unwrap(other)).isEqualTo(new KeyBlock.MacFailed(header));
            assertThat(parse(version, lowerHex(block, header)).unwrap(protectionKey))
                    .isInstanceOf(KeyBlock.Opened.class);
        }
    }

    @ParameterizedTest
    @EnumSource(KeyBlockVersion.class)
    void equal_padding_gives_equal_blocks(KeyBlockVersion version) {
        CipherKey protectionKey = protectionKeys(version, new Random(1))[0];
        KeyMaterial key = KeyMaterial.of("T", bytes(new Random(2), 16));
        KeyBlockHeader header = header(version, "T", new Random(4));
        String one = KeyBlock.wrap(protectionKey, header, key, new Random(3)::nextBytes);
        assertThat(KeyBlock.wrap(protectionKey, header, key, new Random(3)::nextBytes))
                .isEqualTo(one);
        assertThat(KeyBlock.wrap(protectionKey, header, key, new Random(9)::nextBytes))
                .isNotEqualTo(one)
                .hasSameSizeAs(one);
    }

    @ParameterizedTest
    @EnumSource(KeyBlockVersion.class)
    void every_truncation_is_malformed(KeyBlockVersion version) {
        String block = sample(version);
        for (int length = 0; length < block.length(); length++) {
            String cut = block.substring(0, length);
            assertThatThrownBy(() -> parse(version, cut)).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> parse(version, block + "00")).isInstanceOf(Malformed.class);
    }

    /** A block cut where its length field was made to agree. */
    @ParameterizedTest
    @EnumSource(KeyBlockVersion.class)
    void a_truncation_that_agrees_with_its_length_field_gives_no_key(KeyBlockVersion version) {
        String block = sample(version);
        for (int length = 5; length < block.length(); length++) {
            String cut = block.charAt(0) + String.format(Locale.ROOT, "%04d", length) + block.substring(5, length);
            assertThat(gives(version, cut)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(KeyBlockVersion.class)
    void every_single_byte_mutation_gives_no_key(KeyBlockVersion version) {
        String block = sample(version);
        assertThat(gives(version, block)).isTrue();
        for (int at = 0; at < block.length(); at++) {
            for (char c = 0; c < 256; c++) {
                if (c != block.charAt(at)) {
                    String altered = block.substring(0, at) + c + block.substring(at + 1);
                    assertThat(gives(version, altered))
                            .as("character %d becomes %d", at, (int) c)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(KeyBlockVersion.class)
    void noise_gives_no_key(KeyBlockVersion version) {
        Random random = new Random(77);
        String block = sample(version);
        for (int n = 0; n < 2000; n++) {
            StringBuilder noise = new StringBuilder(block);
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                int at = random.nextInt(noise.length());
                switch (random.nextInt(3)) {
                    case 0 -> noise.setCharAt(at, (char) random.nextInt(128));
                    case 1 -> noise.insert(at, (char) ('0' + random.nextInt(10)));
                    default -> noise.deleteCharAt(at);
                }
            }
            if (!noise.toString().equals(block)) {
                assertThat(gives(version, noise.toString())).isFalse();
            }
        }
    }

    @Test
    void a_protection_key_of_another_cipher_is_named() {
        KeyBlock block = KeyBlock.parse(sample(KeyBlockVersion.B));
        assertThatThrownBy(() -> block.unwrap(protectionKeys(KeyBlockVersion.D, new Random(1))[0]))
                .isInstanceOf(Malformed.class)
                .hasMessage("key block.version at offset 0: expected a version under AES keys, found B");
        CipherKey single = CipherKey.ofHex(CipherKind.DES, "0123456789ABCDEF");
        assertThatThrownBy(() -> block.unwrap(single)).isInstanceOf(Malformed.class);
    }

    @Test
    void the_length_of_a_key_is_hidden_unless_it_shall_not_be() {
        CipherKey protectionKey = protectionKeys(KeyBlockVersion.D, new Random(1))[0];
        KeyBlockHeader header = KeyBlockHeader.of(KeyBlockVersion.D, "D0", "A", "B", "E");
        NonceSource nonces = new Random(1)::nextBytes;
        KeyMaterial shortest = KeyMaterial.of("A", new byte[16]);
        KeyMaterial longest = KeyMaterial.of("A", new byte[32]);
        assertThat(KeyBlock.wrap(protectionKey, header, shortest, nonces))
                .hasSameSizeAs(KeyBlock.wrap(protectionKey, header, longest, nonces));
        assertThat(KeyBlock.wrap(protectionKey, header, shortest, 0, nonces)).hasSize(112);
    }

    @Test
    void a_key_that_does_not_fit_is_not_wrapped() {
        CipherKey protectionKey = protectionKeys(KeyBlockVersion.B, new Random(1))[0];
        NonceSource nonces = new Random(1)::nextBytes;
        KeyMaterial aes = KeyMaterial.of("A", new byte[32]);
        KeyBlockHeader forD = KeyBlockHeader.of(KeyBlockVersion.D, "D0", "A", "B", "E");
        KeyBlockHeader forTdes = KeyBlockHeader.of(KeyBlockVersion.B, "D0", "T", "B", "E");
        assertThatThrownBy(() -> KeyBlock.wrap(protectionKey, forD, aes, nonces))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeyBlock.wrap(protectionKey, forTdes, aes, nonces))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeyMaterial.of("T", new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_prints_a_key() {
        byte[] clear = Hex.bytes("0123456789ABCDEFFEDCBA9876543210");
        CipherKey protectionKey = protectionKeys(KeyBlockVersion.B, new Random(1))[0];
        KeyBlockHeader header = KeyBlockHeader.of(KeyBlockVersion.B, "P0", "T", "E", "N");
        String block = KeyBlock.wrap(protectionKey, header, KeyMaterial.of("T", clear), new Random(1)::nextBytes);
        KeyBlock.Opened opened = (KeyBlock.Opened) KeyBlock.parse(block).unwrap(protectionKey);
        assertThat(opened.toString()).contains("T key 08D7B4").doesNotContain("0123456789ABCDEF");
        assertThat(KeyMaterial.of("R", clear).toString()).isEqualTo("R key of 16 bytes");
        opened.key().erase();
        assertThat(opened.key().clear()).containsOnly(0);
    }

    /** A block of two kinds of optional blocks, whose hex digits hold letters. */
    private static String sample(KeyBlockVersion version) {
        KeyBlockHeader header = header(version, "T", new Random(21));
        KeyMaterial key = KeyMaterial.of("T", bytes(new Random(22), 16));
        return KeyBlock.wrap(protectionKeys(version, new Random(20))[0], header, key, 0, new Random(23)::nextBytes);
    }

    private static boolean gives(KeyBlockVersion version, String text) {
        try {
            return parse(version, text).unwrap(protectionKeys(version, new Random(20))[0]) instanceof KeyBlock.Opened;
        } catch (Malformed refused) {
            assertThat(refused.path()).startsWith("key block.");
            assertThat(refused.offset()).isBetween(0, text.length());
            return false;
        }
    }

    private static KeyBlockHeader header(KeyBlockVersion version, String algorithm, Random random) {
        String context = version.thales() ? "0" + random.nextInt(10) : random.nextInt(3) + "0";
        KeyBlockHeader header = KeyBlockHeader.of(version, "P0", algorithm, "B", "S");
        header = new KeyBlockHeader(
                version, "D0", algorithm, "B", "c" + random.nextInt(10), "S", context, header.blocks());
        if (random.nextBoolean() || random.nextBoolean()) {
            header = header.with(new OptionalBlock("KS", "FFFF9876543210E00000"));
        }
        if (random.nextBoolean()) {
            header = header.with(new OptionalBlock("LB", "~ ".repeat(random.nextInt(20)) + "!"));
        }
        if (random.nextInt(4) == 0) {
            header = header.with(new OptionalBlock("42", "x".repeat(240 + random.nextInt(40))));
        }
        return header;
    }

    private static CipherKey[] protectionKeys(KeyBlockVersion version, Random random) {
        int[] lengths = version.cipher() == CipherKind.AES ? new int[] {32, 24, 16} : new int[] {24, 16};
        return Arrays.stream(lengths)
                .mapToObj(length -> CipherKey.of(version.cipher(), bytes(random, length)))
                .toArray(CipherKey[]::new);
    }

    private static KeyBlock parse(KeyBlockVersion version, String text) {
        return version.thales() ? KeyBlock.parseThales(text) : KeyBlock.parse(text);
    }

    private static String lowerHex(String block, KeyBlockHeader header) {
        int at = header.encode(0).length();
        return block.substring(0, at) + block.substring(at).toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
