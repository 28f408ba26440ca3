package dev.counterfoil.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrackCipherTest {
    private static final CipherKey TDK = CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEFFEDCBA9876543210");
    private static final CipherKey SM4 = CipherKey.ofHex(CipherKind.SM4, "0123456789ABCDEFFEDCBA9876543210");
    private static final String TRACK2 = "1234567890123456789D05082017819991683";
    private static final String TRACK3 =
            "991234567890123456789D1560000000000000000003781999216000005080000000000000000000"
                    + "00D000000000003D0000000000";

    @ParameterizedTest
    @EnumSource
    void tracks_of_every_length_come_back(TrackCipher cipher) {
        for (CipherKey tdk : new CipherKey[] {TDK, SM4}) {
            for (int length = 34; length <= TRACK3.length(); length++) {
                String track = TRACK3.substring(0, length);
                String encrypted = cipher.encrypt(tdk, track);
                assertThat(cipher.decrypt(tdk, encrypted)).isEqualTo(track);
                assertThat(encrypted.equals(track)).isEqualTo(cipher == TrackCipher.CLEAR);
            }
        }
    }

    @Test
    void encryption_in_place_keeps_the_length_and_the_last_byte() {
        String even = TrackCipher.LAST_EIGHT.encrypt(TDK, TRACK2 + "0");
        assertThat(even).hasSize(38).startsWith(TRACK2.substring(0, 20)).endsWith("30");
        String odd = TrackCipher.LAST_EIGHT.encrypt(TDK, TRACK2);
        assertThat(odd).isEqualTo(even.substring(0, 37));
    }

    @Test
    void the_separator_may_be_written_either_way() {
        for (TrackCipher cipher : TrackCipher.values()) {
            assertThat(cipher.encrypt(TDK, TRACK2.replace('D', '='))).isEqualTo(cipher.encrypt(TDK, TRACK2));
        }
    }

    @Test
    void the_length_prefix_counts_digits() {
        String encrypted = TrackCipher.LENGTH_PREFIXED.encrypt(TDK, TRACK2);
        assertThat(Hex.of(TDK.decryptEcb(Hex.bytes(encrypted)))).isEqualTo("25" + TRACK2 + "000000000");
    }

    @Test
    void a_wrong_key_is_malformed_where_the_form_can_tell() {
        for (TrackCipher cipher : new TrackCipher[] {
            TrackCipher.WHOLE_TRACK_F, TrackCipher.LENGTH_PREFIXED, TrackCipher.ASCII_80, TrackCipher.LAST_EIGHT
        }) {
            String encrypted = cipher.encrypt(TDK, TRACK2);
            CipherKey other = CipherKey.ofHex(CipherKind.TDES, "FEDCBA98765432100123456789ABCDEF");
            assertThatThrownBy(() -> cipher.decrypt(other, encrypted))
                    .as("%s", cipher)
                    .isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> TrackCipher.WHOLE_TRACK_F.decrypt(TDK, "00")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> TrackCipher.ASCII_80.decrypt(TDK, "")).isInstanceOf(Malformed.class);
    }

    @Test
    void what_is_no_track_is_refused() {
        assertThatThrownBy(() -> TrackCipher.CLEAR.encrypt(TDK, "12F4")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrackCipher.LAST_EIGHT.encrypt(TDK, "1234567890123456"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
