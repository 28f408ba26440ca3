package dev.counterfoil.crypto.keyblock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vector of the plain form under SM4 is published with the national-crypto change of POS terminals. */
final class SealedMasterKeyTest {
    private static final String SERIAL_NUMBER = "SN00000001";

    private final Random random = new Random(20260316);

    private static CipherKey transport(CipherKind kind) {
        return CipherKey.ofHex(kind, "1234567890ABCDEFABCDEF0987654321");
    }

    private static CipherKey master(CipherKind kind) {
        return CipherKey.ofHex(kind, "F351D490994603795C6EBEE8FAEBB481");
    }

    @ParameterizedTest
    @EnumSource(names = {"TDES", "SM4"})
    void a_key_comes_out_as_it_went_in(CipherKind kind) {
        String plain = SealedMasterKey.plain(transport(kind), master(kind));
        assertThat(value(SealedMasterKey.openPlain(transport(kind), plain)))
                .isEqualTo(master(kind).clear());
        if (kind == CipherKind.SM4) {
            assertThat(plain).isEqualTo("3D66234C49E4296FF9C78D8BACBD6A76");
        }
        String sealed = SealedMasterKey.seal(transport(kind), master(kind), SERIAL_NUMBER, random::nextBytes);
        assertThat(value(SealedMasterKey.open(transport(kind), sealed, SERIAL_NUMBER)))
                .isEqualTo(master(kind).clear());
    }

    @ParameterizedTest
    @EnumSource(names = {"TDES", "SM4"})
    void a_sealed_key_is_for_one_terminal_and_every_changed_character_is_seen(CipherKind kind) {
        String sealed = SealedMasterKey.seal(transport(kind), master(kind), SERIAL_NUMBER, random::nextBytes);
        assertThat(SealedMasterKey.open(transport(kind), sealed, "SN00000002")).isNull();
        for (int i = 0; i < sealed.length(); i++) {
            String other = sealed.substring(0, i) + (sealed.charAt(i) == '0' ? '1' : '0') + sealed.substring(i + 1);
            assertThat(SealedMasterKey.open(transport(kind), other, SERIAL_NUMBER))
                    .as("character %d", i)
                    .isNull();
            assertThat(SealedMasterKey.open(transport(kind), sealed.substring(0, i), SERIAL_NUMBER))
                    .isNull();
        }
    }

    private static byte @Nullable [] value(@Nullable CipherKey key) {
        return key == null ? null : key.clear();
    }
}
