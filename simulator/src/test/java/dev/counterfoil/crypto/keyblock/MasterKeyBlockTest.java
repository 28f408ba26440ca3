package dev.counterfoil.crypto.keyblock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class MasterKeyBlockTest {
    private static final CipherKey CARD = CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEFFEDCBA9876543210");
    private static final CipherKey MASTER = CipherKey.ofHex(CipherKind.TDES, "2A4A5D6D7F8F91A1B3C2D5E5F7071929");
    private static final String SERIAL = "SN000001";

    private final Random random = new Random(3);

    /** SP 800-108, counter mode: CMAC(key, i || label || 00 || length), here from the CMAC of this product. */
    @ParameterizedTest
    @EnumSource(KeyPurpose.class)
    void a_purpose_is_sp_800_108_in_counter_mode_over_its_label(KeyPurpose purpose) {
        byte[] label = purpose.name().replace('_', ' ').getBytes(StandardCharsets.US_ASCII);
        ByteBuffer derived = ByteBuffer.allocate(16);
        for (byte i = 1; i <= 2; i++) {
            byte[] input = ByteBuffer.allocate(label.length + 4)
                    .put(i)
                    .put(label)
                    .put((byte) 0)
                    .putShort((short) 128)
                    .array();
            derived.put(Macs.whole(MacAlgorithm.CMAC, CARD, input, 0, input.length));
        }
        assertThat(Hex.of(purpose.of(CARD).clear())).isEqualTo(Hex.of(derived.array()));
    }

    @Test
    void every_purpose_and_every_card_has_a_key_of_its_own() {
        Set<String> keys = new HashSet<>();
        CipherKey sm4 = CipherKey.of(CipherKind.SM4, CARD.clear());
        for (KeyPurpose purpose : KeyPurpose.values()) {
            for (CipherKey parent : new CipherKey[] {CARD, MASTER, sm4}) {
                assertThat(keys.add(Hex.of(purpose.of(parent).clear()))).isTrue();
            }
        }
    }

    @Test
    void the_terminal_that_a_block_was_made_for_opens_it() {
        String block = block();
        assertThat(block).startsWith("B0112K0TD00N0200LB0C" + SERIAL);
        CipherKey opened = MasterKeyBlock.open(CARD, block, SERIAL);
        assertThat(opened).isNotNull();
        assertThat(opened.clear()).isEqualTo(MASTER.clear());
    }

    @Test
    void nobody_else_does() {
        assertThat(MasterKeyBlock.open(CARD, block(), "SN000002")).isNull();
        assertThat(MasterKeyBlock.open(MASTER, block(), SERIAL)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"P0,D,N", "K0,B,N", "K0,D,E", "K1,D,N"})
    void a_block_of_another_use_is_refused(String usage, String mode, String exportability) {
        KeyBlockHeader header = KeyBlockHeader.of(KeyBlockVersion.B, usage, "T", mode, exportability)
                .with(new OptionalBlock("LB", SERIAL));
        CipherKey transport = KeyPurpose.TRANSPORT.of(CARD);
        String block = KeyBlock.wrap(transport, header, KeyMaterial.of(MASTER), random::nextBytes);
        assertThat(MasterKeyBlock.open(CARD, block, SERIAL)).isNull();
    }

    @Test
    void no_changed_character_and_no_truncation_gives_a_key() {
        String block = block();
        for (int at = 0; at < block.length(); at++) {
            char other = block.charAt(at) == '7' ? '8' : '7';
            String changed = block.substring(0, at) + other + block.substring(at + 1);
            assertThat(openOrNull(changed)).isNull();
            assertThat(openOrNull(block.substring(0, at))).isNull();
        }
        assertThatThrownBy(() -> MasterKeyBlock.open(CARD, block.substring(0, 40), SERIAL))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("key block");
    }

    private static CipherKey openOrNull(String block) {
        try {
            return MasterKeyBlock.open(CARD, block, SERIAL);
        } catch (Malformed e) {
            return null;
        }
    }

    private String block() {
        return MasterKeyBlock.wrap(CARD, MASTER, SERIAL, random::nextBytes);
    }
}
