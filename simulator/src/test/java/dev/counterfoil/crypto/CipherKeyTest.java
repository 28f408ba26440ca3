package dev.counterfoil.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CipherKeyTest {
    private static final CipherKey CARD_KEY = CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEFFEDCBA9876543210");

    /** The master key download with a manager card: values calculated with OpenSSL. */
    @Test
    void the_manager_card_flow_gives_the_values_that_openssl_gives() {
        assertThat(CARD_KEY.kcv(8)).isEqualTo("08D7B4FB629D0885");
        assertThat(CARD_KEY.encryptEcb(Hex.bytes("1122334455667788"))).isEqualTo(Hex.bytes("3EB3B72576BBBE83"));
        assertThat(CARD_KEY.encryptEcb(Hex.bytes("8877665544332211"))).isEqualTo(Hex.bytes("2532DF5DD75880D3"));

        CipherKey tmk = CARD_KEY.unwrap(CipherKind.TDES, Hex.bytes("81DD9FFC387210D174CB38A91098B5B1"));
        assertThat(tmk.clear()).isEqualTo(Hex.bytes("2A4A5D6D7F8F91A1B3C2D5E5F7071929"));
        assertThat(tmk.kcv(8)).isEqualTo("51E1FBFA8DEB8FFA");
        assertThat(CARD_KEY.wrap(tmk)).isEqualTo(Hex.bytes("81DD9FFC387210D174CB38A91098B5B1"));

        CipherKey tpk = CipherKey.ofHex(CipherKind.TDES, "C1FEEF10233245546776899801ABBACD");
        assertThat(Hex.of(tmk.wrap(tpk))).isEqualTo("7D2E2E8ABDA824BB31D74D46B8A707B3");
        assertThat(tpk.kcv()).isEqualTo("7BAF7350");

        byte[] block = PinBlocks.encode(PinFormat.X98_WITH_PAN, "123456", "6225880112345678");
        assertThat(Hex.of(block)).isEqualTo("06126CD6EEDCBA98");
        assertThat(Hex.of(tpk.encryptEcb(block))).isEqualTo("91BC86802664F3D6");
    }

    @Test
    void a_key_prints_its_kind_and_check_value_only() {
        assertThat(CARD_KEY).hasToString("TDES 08D7B4FB");
    }

    @Test
    void an_erased_key_is_wiped_and_refuses_every_use() {
        CipherKey key = CipherKey.of(CipherKind.TDES, CARD_KEY.clear());
        key.encryptEcb(new byte[8]);
        key.erase();

        assertThat(key.erased()).isTrue();
        assertThat(key).hasToString("TDES erased");
        List<Runnable> uses = List.of(
                () -> key.encryptEcb(new byte[8]),
                () -> key.decryptEcb(new byte[8]),
                () -> key.encryptCbc(new byte[8], new byte[8]),
                key::kcv,
                key::clear,
                () -> key.xor(CARD_KEY),
                () -> CARD_KEY.xor(key),
                () -> CARD_KEY.wrap(key),
                () -> key.diversify(new byte[8]),
                () -> Macs.compute(MacAlgorithm.X9_19, key, new byte[8]));
        for (Runnable use : uses) {
            assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_key_does_not_share_its_value_with_anybody() {
        byte[] clear = CARD_KEY.clear();
        CipherKey key = CipherKey.of(CipherKind.TDES, clear);
        clear[0] ^= 1;
        key.clear()[0] ^= 1;
        assertThat(key.kcv()).isEqualTo("08D7B4FB");
    }

    @ParameterizedTest
    @EnumSource
    void what_was_encrypted_decrypts_again(CipherKind kind) {
        Random random = new Random(kind.ordinal());
        Stream.of(8, 16, 24, 32).filter(kind::accepts).forEach(length -> {
            CipherKey key = CipherKey.of(kind, bytes(random, length));
            byte[] data = bytes(random, 48);
            byte[] iv = bytes(random, kind.blockBytes());
            assertThat(key.decryptEcb(key.encryptEcb(data))).isEqualTo(data);
            assertThat(key.decryptCbc(iv, key.encryptCbc(iv, data))).isEqualTo(data);
            assertThat(key.encryptCbc(iv, data)).isNotEqualTo(key.encryptEcb(data));
        });
    }

    @Test
    void cbc_chains_each_block_into_the_next() {
        byte[] iv = Hex.bytes("0102030405060708");
        byte[] data = Hex.bytes("11111111111111112222222222222222");
        byte[] first = CARD_KEY.encryptEcb(xor(iv, Hex.bytes("1111111111111111")));
        byte[] second = CARD_KEY.encryptEcb(xor(first, Hex.bytes("2222222222222222")));
        assertThat(Hex.of(CARD_KEY.encryptCbc(iv, data))).isEqualTo(Hex.of(first) + Hex.of(second));
    }

    @Test
    void wrong_lengths_are_refused() {
        assertThatThrownBy(() -> CipherKey.of(CipherKind.DES, new byte[16])).hasMessageContaining("16 bytes");
        assertThatThrownBy(() -> CipherKey.of(CipherKind.TDES, new byte[8])).hasMessageContaining("8 bytes");
        assertThatThrownBy(() -> CipherKey.of(CipherKind.SM4, new byte[24])).hasMessageContaining("24 bytes");
        assertThatThrownBy(() -> CipherKey.of(CipherKind.AES, new byte[17])).hasMessageContaining("17 bytes");
        assertThatThrownBy(() -> CARD_KEY.encryptEcb(new byte[7])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CARD_KEY.encryptCbc(new byte[7], new byte[8]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CARD_KEY.diversify(new byte[16])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CARD_KEY.xor(CipherKey.of(CipherKind.DES, new byte[8])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_card_key_is_the_card_data_and_its_complement_encrypted() {
        byte[] data = CipherKey.cardData("6225880112345678");
        assertThat(Hex.of(data)).isEqualTo("6225880112345678");
        CipherKey cardKey = CARD_KEY.diversify(data);
        assertThat(cardKey.kind()).isEqualTo(CipherKind.TDES);
        assertThat(Hex.of(cardKey.clear()))
                .isEqualTo(
                        Hex.of(CARD_KEY.encryptEcb(data)) + Hex.of(CARD_KEY.encryptEcb(Hex.bytes("9DDA77FEEDCBA987"))));
        assertThat(Hex.of(CipherKey.cardData("1234"))).isEqualTo("0000000000001234");
        assertThat(Hex.of(CipherKey.cardData("6225880112345678901"))).isEqualTo("5880112345678901");
    }

    @Test
    void more_keys_than_the_engine_cache_holds_still_give_right_results() {
        List<CipherKey> keys = new ArrayList<>();
        List<String> kcvs = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < Engines.Cache.SLOTS + 500; i++) {
            CipherKey key = CipherKey.of(CipherKind.SM4, bytes(random, 16));
            keys.add(key);
            kcvs.add(key.kcv());
        }
        for (int i = 0; i < keys.size(); i++) {
            assertThat(keys.get(i).kcv()).isEqualTo(kcvs.get(i));
        }
    }

    @Test
    void engines_of_idle_keys_are_taken_away_and_those_of_busy_keys_stay() {
        CipherKey idle = CipherKey.of(CipherKind.DES, new byte[8]);
        CipherKey busy = CipherKey.of(CipherKind.DES, new byte[8]);
        idle.kcv();
        Engines idleEngines = idle.engines();
        Engines busyEngines = busy.engines();
        for (int i = 0; i < 3 * Engines.Cache.SLOTS; i++) {
            CipherKey.of(CipherKind.DES, new byte[8]).engines();
            busy.kcv();
        }
        assertThat(busy.engines()).isSameAs(busyEngines);
        assertThat(idle.engines()).isNotSameAs(idleEngines);
    }

    static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] xor(byte[] a, byte[] b) {
        byte[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= b[i];
        }
        return sum;
    }

    @Test
    void a_key_for_one_use_is_erased_whatever_comes_of_it() {
        CipherKey used = CipherKey.of(CipherKind.TDES, new byte[16]);
        String checkValue = used.once(CipherKey::kcv);
        assertThat(checkValue).hasSize(8);
        CipherKey failing = CipherKey.of(CipherKind.TDES, new byte[16]);
        assertThatThrownBy(() -> failing.once(key -> {
                    throw new IllegalStateException("no use");
                }))
                .hasMessage("no use");
        assertThat(used.erased() && failing.erased()).isTrue();
    }
}
