package dev.counterfoil.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.WorkingKeys.Failed;
import dev.counterfoil.crypto.WorkingKeys.Good;
import dev.counterfoil.crypto.WorkingKeys.Role;
import dev.counterfoil.crypto.WorkingKeys.UnknownLength;
import dev.counterfoil.crypto.WorkingKeys.Wrapped;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WorkingKeysTest {
    private static final CipherKey TMK = CipherKey.ofHex(CipherKind.TDES, "CA5D92598DCA48CE8A4C76361A9269E9");
    private static final CipherKey PIK = CipherKey.ofHex(CipherKind.TDES, "807A23AD32B36D457AE91FDF927570EA");
    private static final CipherKey MAK = CipherKey.ofHex(CipherKind.DES, "5BB5C72CD00B7338");
    private static final CipherKey MAK_16 = CipherKey.ofHex(CipherKind.TDES, "73FE29329283FDF12540B6F80437C107");
    private static final CipherKey TDK = CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEFFEDCBA9876543210");

    /** The keys and check values of a public sign-in log. */
    @Test
    void a_published_set_has_its_published_check_values() {
        byte[] f62 = WorkingKeys.seal(TMK, PIK, MAK, null, MakForm.EIGHT);
        assertThat(f62).hasSize(40);
        assertThat(Hex.of(f62, 16, 4)).isEqualTo("8D0A74B8");
        assertThat(Hex.of(f62, 28, 12)).isEqualTo("0000000000000000" + "AB7153CA");
    }

    @ParameterizedTest
    @EnumSource
    void each_mak_form_opens_what_it_sealed(MakForm form) {
        CipherKey mak = form.keyBytes == 8 ? MAK : MAK_16;
        for (CipherKey tdk : new CipherKey[] {null, TDK}) {
            byte[] f62 = WorkingKeys.seal(TMK, PIK, mak, tdk, form);
            assertThat(f62).hasSize(tdk == null ? 40 : 60);
            Good keys = (Good) WorkingKeys.open(TMK, f62, form);
            assertThat(keys.pik().clear()).isEqualTo(PIK.clear());
            assertThat(keys.mak().clear()).isEqualTo(mak.clear());
            assertThat(keys.tdk() == null).isEqualTo(tdk == null);
        }
    }

    @Test
    void the_check_value_may_stand_right_behind_the_eight_bytes() {
        byte[] f62 = WorkingKeys.seal(TMK, PIK, MAK, null, MakForm.EIGHT_KCV_NEXT);
        assertThat(Hex.of(f62, 28, 12)).isEqualTo("AB7153CA" + "0000000000000000");
    }

    @Test
    void the_check_value_of_a_long_mak_may_be_that_of_its_first_half() {
        byte[] f62 = WorkingKeys.seal(TMK, PIK, MAK_16, null, MakForm.SIXTEEN_KCV_OF_EIGHT);
        assertThat(Hex.of(f62, 36, 4))
                .isEqualTo(CipherKey.ofHex(CipherKind.DES, "73FE29329283FDF1").kcv());
    }

    @Test
    void single_length_keys_make_24_bytes() {
        CipherKey pik = CipherKey.ofHex(CipherKind.DES, "1111111122222222");
        byte[] f62 = WorkingKeys.seal(TMK, pik, MAK, null, MakForm.SIXTEEN);
        assertThat(f62).hasSize(24);
        Good keys = (Good) WorkingKeys.open(TMK, f62, MakForm.SIXTEEN);
        assertThat(keys.pik().kind()).isEqualTo(CipherKind.DES);
        assertThat(keys.mak()).hasToString("DES AB7153CA");
    }

    @Test
    void under_an_sm4_master_key_all_keys_are_sm4_keys() {
        CipherKey tmk = CipherKey.ofHex(CipherKind.SM4, "1234567890ABCDEFABCDEF0987654321");
        CipherKey key = CipherKey.ofHex(CipherKind.SM4, "F351D490994603795C6EBEE8FAEBB481");
        byte[] f62 = WorkingKeys.seal(tmk, key, key, key, MakForm.SIXTEEN);
        assertThat(Hex.of(f62, 0, 20)).isEqualTo("3D66234C49E4296FF9C78D8BACBD6A76" + "861E83E3");
        Good keys = (Good) WorkingKeys.open(tmk, f62, MakForm.SIXTEEN);
        assertThat(keys.mak()).hasToString("SM4 861E83E3");
        assertThatThrownBy(() -> WorkingKeys.open(tmk, f62, MakForm.EIGHT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_changed_bit_names_the_key_it_hit_and_leaves_the_verdicts_on_the_others() {
        byte[] f62 = WorkingKeys.seal(TMK, PIK, MAK, TDK, MakForm.EIGHT);
        for (int at = 0; at < f62.length; at++) {
            byte[] changed = f62.clone();
            changed[at] ^= 0x10;
            boolean unusedHalf = at >= 28 && at < 36;
            if (unusedHalf) {
                assertThat(WorkingKeys.open(TMK, changed, MakForm.EIGHT)).isInstanceOf(Good.class);
            } else {
                Failed failed = (Failed) WorkingKeys.open(TMK, changed, MakForm.EIGHT);
                assertThat(failed.verdicts()).hasSize(3);
                assertThat(failed.wrong()).as("byte %s", at).containsExactly(Role.values()[at / 20]);
            }
        }
    }

    @Test
    void a_wrong_master_key_fails_all_three_and_they_can_be_wiped() {
        byte[] f62 = WorkingKeys.seal(TMK, PIK, MAK, TDK, MakForm.EIGHT);
        Failed failed = (Failed) WorkingKeys.open(PIK, f62, MakForm.EIGHT);
        assertThat(failed.wrong()).containsExactly(Role.PIK, Role.MAK, Role.TDK);
        failed.erase();
        assertThat(failed.verdicts()).allMatch(v -> v.key().erased());
    }

    @Test
    void other_lengths_are_an_answer_and_not_an_exception() {
        for (int length : new int[] {0, 23, 39, 56, 84}) {
            assertThat(WorkingKeys.open(TMK, new byte[length], MakForm.EIGHT)).isEqualTo(new UnknownLength(length));
        }
    }

    @Test
    void keys_that_an_hsm_has_wrapped_make_the_same_field() {
        byte[] f62 = WorkingKeys.assemble(
                new Wrapped(Hex.of(TMK.wrap(PIK)), PIK.kcv()),
                new Wrapped(Hex.of(TMK.wrap(MAK)), MAK.kcv()),
                new Wrapped(Hex.of(TMK.wrap(TDK)), TDK.kcv()),
                MakForm.EIGHT);
        assertThat(f62).isEqualTo(WorkingKeys.seal(TMK, PIK, MAK, TDK, MakForm.EIGHT));
        Wrapped longMak = new Wrapped(Hex.of(TMK.wrap(MAK_16)), MAK_16.kcv());
        Wrapped pik = new Wrapped(Hex.of(TMK.wrap(PIK)), PIK.kcv());
        assertThatThrownBy(() -> WorkingKeys.assemble(pik, longMak, null, MakForm.EIGHT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8 bytes");
    }

    @Test
    void verdicts_print_check_values_only() {
        byte[] f62 = WorkingKeys.seal(TMK, PIK, MAK, TDK, MakForm.EIGHT);
        assertThat(WorkingKeys.open(TMK, f62, MakForm.EIGHT).toString())
                .contains("TDES 8D0A74B8")
                .doesNotContain(Hex.of(Arrays.copyOf(PIK.clear(), 4)));
    }
}
