package dev.counterfoil.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.CBCBlockCipherMac;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.paddings.ISO7816d4Padding;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

final class MacsTest {
    private static final CipherKey MAK = CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEFFEDCBA9876543210");
    private static final CipherKey SINGLE = CipherKey.ofHex(CipherKind.DES, "0123456789ABCDEF");
    private static final CipherKey SM4 = CipherKey.ofHex(CipherKind.SM4, "0123456789ABCDEFFEDCBA9876543210");

    /** The folded block of a published 0210; folding it again gives itself, so it stands for the message. */
    @Test
    void the_union_pay_mac_of_a_published_answer() {
        CipherKey mak = CipherKey.ofHex(CipherKind.DES, "7F52E3201FDF045E");
        UnionPayMac.Working working = UnionPayMac.explain(mak, Hex.bytes("B2B5FAEEE1A9E8A8"));
        assertThat(working.e1()).isEqualTo("7AF65CE289184F53");
        assertThat(working.e2()).isEqualTo("28C7AFB533AEE74D");
        assertThat(working.mac()).isEqualTo("28C7AFB5");
    }

    @Test
    void the_working_shows_every_block_with_its_padding() {
        UnionPayMac.Working working = UnionPayMac.explain(MAK, Hex.bytes("02003020048020C09811"));
        assertThat(working.blocks()).containsExactly("02003020048020C0", "9811000000000000");
        assertThat(working.folded()).isEqualTo("9A113020048020C0");
    }

    @Test
    void the_sm4_form_has_blocks_of_16_bytes_and_two_readings_of_f64() {
        byte[] mab = new byte[40];
        Arrays.setAll(new Integer[40], i -> (int) (mab[i] = (byte) (i * 7)));
        UnionPayMac.Working working = UnionPayMac.explain(SM4, mab);
        assertThat(working.blocks()).hasSize(3).allMatch(block -> block.length() == 32);
        byte[] text = working.folded().getBytes(StandardCharsets.US_ASCII);
        assertThat(Hex.of(SM4.encryptEcb(Arrays.copyOf(text, 16)))).isEqualTo(working.e1());
        assertThat(Hex.of(SM4.encryptEcb(Hex.bytes(working.x())))).isEqualTo(working.e2());
        assertThat(Macs.compute(MacAlgorithm.UNIONPAY_ECB, SM4, mab))
                .isEqualTo(working.e2().substring(0, 8).getBytes(StandardCharsets.US_ASCII));
        assertThat(Macs.compute(MacAlgorithm.UNIONPAY_ECB_RAW, SM4, mab))
                .isEqualTo(Hex.bytes(working.e2().substring(0, 16)));
    }

    @Test
    void every_algorithm_fills_f64_and_sees_every_byte() {
        byte[] data = "0200 a message of thirty bytes".getBytes(StandardCharsets.US_ASCII);
        for (MacAlgorithm algorithm : MacAlgorithm.values()) {
            byte[] mac = Macs.compute(algorithm, MAK, data);
            assertThat(mac).hasSize(Macs.F64_BYTES);
            for (int i = 0; i < data.length; i++) {
                byte[] changed = data.clone();
                changed[i] ^= 1;
                assertThat(Macs.compute(algorithm, MAK, changed))
                        .as("%s byte %s", algorithm, i)
                        .isNotEqualTo(mac);
            }
        }
    }

    @Test
    void a_mac_over_a_part_is_the_mac_of_that_part() {
        byte[] data = CipherKeyTest.bytes(new Random(3), 60);
        for (MacAlgorithm algorithm : MacAlgorithm.values()) {
            for (int length = 0; length < 40; length++) {
                assertThat(Macs.compute(algorithm, MAK, data, 9, length))
                        .isEqualTo(Macs.compute(algorithm, MAK, Arrays.copyOfRange(data, 9, 9 + length)));
            }
        }
    }

    /** Bouncy Castle has algorithm 3 and CBC-MAC too, but sets up three ciphers for each message. */
    @Test
    void the_kept_engines_agree_with_bouncy_castle() {
        Random random = new Random(11);
        for (int length = 0; length < 70; length++) {
            byte[] data = CipherKeyTest.bytes(random, length);
            byte[] key = CipherKeyTest.bytes(random, length % 2 == 0 ? 16 : 24);
            ISO9797Alg3Mac retail = new ISO9797Alg3Mac(new DESEngine(), new ISO7816d4Padding());
            assertThat(Macs.compute(MacAlgorithm.ISO9797_3_PADDING_2, CipherKey.of(CipherKind.TDES, key), data))
                    .isEqualTo(whole(retail, key, data));
            CBCBlockCipherMac cbc = new CBCBlockCipherMac(new DESEngine(), 64);
            assertThat(Macs.compute(MacAlgorithm.X9_9, SINGLE, data)).isEqualTo(whole(cbc, SINGLE.clear(), data));
        }
    }

    @Test
    void a_message_in_parts_has_the_mac_of_the_whole() {
        byte[] data = CipherKeyTest.bytes(new Random(5), 48);
        byte[] chained = new byte[8];
        chained = Macs.algorithm3Chain(MAK, chained, Arrays.copyOf(data, 16));
        chained = Macs.algorithm3Chain(MAK, chained, Arrays.copyOfRange(data, 16, 24));
        chained = Macs.algorithm3(MAK, chained, Arrays.copyOfRange(data, 24, 48));
        assertThat(chained).isEqualTo(Macs.compute(MacAlgorithm.X9_19, MAK, data));

        byte[] left = Macs.algorithm1(MAK, new byte[8], Arrays.copyOf(data, 16));
        assertThat(Macs.algorithm1(MAK, left, Arrays.copyOfRange(data, 16, 48)))
                .isEqualTo(Macs.compute(MacAlgorithm.ISO9797_1_PADDING_1, MAK, data));
    }

    @Test
    void the_two_key_form_of_algorithm_3_is_the_tdes_form() {
        byte[] data = CipherKeyTest.bytes(new Random(6), 24);
        CipherKey right = CipherKey.ofHex(CipherKind.DES, "FEDCBA9876543210");
        assertThat(Macs.algorithm3(SINGLE, right, new byte[8], data))
                .isEqualTo(Macs.compute(MacAlgorithm.X9_19, MAK, data));
    }

    @Test
    void what_has_no_meaning_is_refused() {
        assertThatThrownBy(() -> Macs.compute(MacAlgorithm.X9_19, SINGLE, new byte[8]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TDES");
        assertThatThrownBy(() -> Macs.algorithm1(MAK, new byte[8], new byte[7]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Macs.algorithm1(MAK, new byte[4], new byte[8]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Macs.algorithm3(MAK, new byte[8], new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] whole(org.bouncycastle.crypto.Mac mac, byte[] key, byte[] data) {
        mac.init(new KeyParameter(key));
        mac.update(data, 0, data.length);
        byte[] out = new byte[8];
        mac.doFinal(out, 0);
        return out;
    }
}
