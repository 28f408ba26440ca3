package dev.counterfoil.crypto.dukpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.NonceSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DukptDeviceTest {
    private static final CipherKey CHIP = CipherKey.ofHex(CipherKind.SM4, "0F0E0D0C0B0A09080706050403020100");
    private static final CipherKey TDES_CHIP =
            CipherKey.ofHex(CipherKind.TDES, "0F0E0D0C0B0A090807060504030201001122334455667788");

    @ParameterizedTest
    @EnumSource(DukptScheme.class)
    void a_device_draws_what_the_host_derives(DukptScheme scheme) {
        DukptDevice device = DukptDevice.load(initialKey(scheme), ksn(scheme, 0));
        long counter = 0;
        for (int i = 0; i < 5000; i++) {
            TransactionKey key = ((DukptDevice.Drawn) device.draw()).key();
            assertThat(key.ksn().counter()).isGreaterThan(counter);
            counter = key.ksn().counter();
            assertThat(key.clear())
                    .as("%s", key.ksn())
                    .isEqualTo(host(key.ksn()).clear());
            key.erase();
        }
    }

    @ParameterizedTest
    @EnumSource(DukptScheme.class)
    void a_device_goes_on_from_any_counter(DukptScheme scheme) {
        Random random = new Random(8);
        CipherKey initialKey = initialKey(scheme);
        for (int i = 0; i < 40; i++) {
            long start;
            do {
                start = random.nextLong() >>> (64 - scheme.counterBits());
            } while (!scheme.uses(start));
            DukptDevice device = DukptDevice.at(initialKey, ksn(scheme, start));
            for (int n = 0; n < 30; n++) {
                if (device.draw() instanceof DukptDevice.Drawn drawn) {
                    assertThat(drawn.key().clear())
                            .isEqualTo(host(drawn.key().ksn()).clear());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DukptScheme.class)
    void standing_at_a_counter_is_having_walked_there(DukptScheme scheme) {
        CipherKey initialKey = initialKey(scheme);
        DukptDevice walker = DukptDevice.load(initialKey, ksn(scheme, 0));
        for (int i = 0; i < 300; i++) {
            walker.draw();
            Ksn next = walker.next();
            assertThat(next).isNotNull();
            assertThat(walker.record(CHIP))
                    .as("%s", next)
                    .isEqualTo(DukptDevice.at(initialKey, next).record(CHIP));
        }
    }

    @ParameterizedTest
    @EnumSource(DukptScheme.class)
    void counters_with_too_many_ones_are_skipped(DukptScheme scheme) {
        long full = (1L << (scheme == DukptScheme.TDES ? 10 : 16)) - 1;
        DukptDevice device = DukptDevice.at(initialKey(scheme), ksn(scheme, full << 1));
        assertThat(counters(device, 3)).containsExactly(full << 1, (full + 1) << 1, ((full + 1) << 1) + 1);
        Ksn skipped = ksn(scheme, (full << 1) + 1);
        assertThat(Dukpt.transaction(bdk(scheme), skipped)).isEqualTo(new Dukpt.NeverUsed(skipped));
        assertThatThrownBy(() -> DukptDevice.at(initialKey(scheme), skipped))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(DukptScheme.class)
    void behind_the_last_counter_a_device_says_that_it_is_exhausted(DukptScheme scheme) {
        long last = scheme == DukptScheme.TDES ? 0x1FF800L : 0xFFFF0000L;
        long before = scheme == DukptScheme.TDES ? 0x1FF400L : 0xFFFE8000L;
        DukptDevice device = DukptDevice.at(initialKey(scheme), ksn(scheme, before));
        assertThat(counters(device, 2)).containsExactly(before, last);
        assertThat(device.next()).isNull();
        DukptDevice.Exhausted exhausted = new DukptDevice.Exhausted(ksn(scheme, 0));
        assertThat(device.draw()).isEqualTo(exhausted);
        assertThat(device.draw()).isEqualTo(exhausted);
        assertThat(DukptDevice.restore(CHIP, device.record(CHIP)).draw()).isEqualTo(exhausted);
    }

    /** The counts that the standards give: 1,048,575 keys of TDES, 2,448,023,842 of AES. */
    @Test
    void a_tdes_device_has_over_a_million_keys() {
        int keys = 0;
        for (long counter = 1; counter != 0; counter = DukptScheme.TDES.after(counter)) {
            assertThat(DukptScheme.TDES.uses(counter)).isTrue();
            keys++;
        }
        assertThat(keys).isEqualTo(1_048_575);
    }

    @ParameterizedTest
    @EnumSource(DukptScheme.class)
    void a_power_cut_loses_no_key_and_repeats_none_that_was_stored(DukptScheme scheme) {
        DukptDevice device = DukptDevice.load(initialKey(scheme), ksn(scheme, 0));
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            device = DukptDevice.restore(i % 2 == 0 ? CHIP : TDES_CHIP, device.record(i % 2 == 0 ? CHIP : TDES_CHIP));
            TransactionKey key = ((DukptDevice.Drawn) device.draw()).key();
            assertThat(key.clear()).isEqualTo(host(key.ksn()).clear());
            seen.add(key.ksn().counter());
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().contains(1L, 200L);
    }

    @Test
    void a_damaged_record_is_malformed() {
        DukptDevice device = DukptDevice.at(initialKey(DukptScheme.AES), ksn(DukptScheme.AES, 7));
        byte[] record = device.record(CHIP);
        for (int length = 0; length < record.length; length++) {
            byte[] cut = Arrays.copyOf(record, length);
            assertThatThrownBy(() -> DukptDevice.restore(CHIP, cut)).isInstanceOf(Malformed.class);
        }
        for (int at = 0; at < record.length; at++) {
            byte[] altered = record.clone();
            altered[at] ^= 0x10;
            assertThatThrownBy(() -> DukptDevice.restore(CHIP, altered)).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> DukptDevice.restore(TDES_CHIP, record)).isInstanceOf(Malformed.class);
    }

    @Test
    void no_state_holds_a_key_that_leads_to_a_used_one() {
        DukptScheme scheme = DukptScheme.TDES;
        CipherKey initialKey = initialKey(scheme);
        DukptDevice device = DukptDevice.load(initialKey, ksn(scheme, 0));
        for (int i = 0; i < 64; i++) {
            device.draw();
            byte[] record = device.record(CHIP);
            byte[] body = CHIP.decryptCbc(Arrays.copyOf(record, 16), Arrays.copyOfRange(record, 16, record.length));
            for (long used = 0; used <= i + 1; used++) {
                assertThat(contains(
                                body, scheme.walk(initialKey, ksn(scheme, used)).clear()))
                        .as("key %d behind transaction %d", used, i + 1)
                        .isFalse();
            }
            assertThat(contains(body, host(device.next()).clear())).isTrue();
        }
    }

    @Test
    void an_erased_device_is_of_no_use() {
        DukptDevice device = DukptDevice.load(initialKey(DukptScheme.AES), ksn(DukptScheme.AES, 0));
        device.erase();
        for (ThrowingCallable use : List.<ThrowingCallable>of(device::draw, () -> device.record(CHIP))) {
            assertThatThrownBy(use)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a DUKPT device was used after its end");
        }
        assertThat(device.toString()).contains("no key left, 0 future keys");
    }

    @ParameterizedTest
    @EnumSource(DukptScheme.class)
    void a_pin_goes_to_the_host_and_opens_there_only_with_its_account_number(DukptScheme scheme) {
        DukptDevice device = DukptDevice.load(initialKey(scheme), ksn(scheme, 0));
        TransactionKey key = ((DukptDevice.Drawn) device.draw()).key();
        NonceSource nonces = new Random(3)::nextBytes;
        byte[] block = key.encipherPin("82460", "6222020200098765432", nonces);
        TransactionKey host = host(key.ksn());
        assertThat(host.decipherPin(block, "6222020200098765432").orThrow()).isEqualTo("82460");
        assertThat(host.decipherPin(block, "6222020200098765440").toString()).doesNotContain("82460");
        key.erase();
        assertThat(key.toString()).contains("erased").contains(key.ksn().toString());
    }

    @Test
    void a_ksn_has_10_or_12_bytes() {
        assertThat(Ksn.ofHex("FFFF9876543210EFF801").counter()).isEqualTo(0xFF801);
        assertThat(Ksn.ofHex("FFFF9876543210EFF801").initial()).isEqualTo("FFFF9876543210E00000");
        assertThat(Ksn.ofHex("ffff9876543210fff801").toString()).isEqualTo("FFFF9876543210FFF801");
        assertThat(Ksn.ofHex("1234567890123456FFFF0000").counter()).isEqualTo(0xFFFF0000L);
        assertThat(Ksn.ofHex("1234567890123456FFFF0000").initial()).isEqualTo("123456789012345600000000");
        for (int length : new int[] {0, 8, 9, 11, 13}) {
            assertThatThrownBy(() -> Ksn.of(new byte[length]))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("10 bytes (TDES) or 12 bytes (AES)");
        }
    }

    @Test
    void a_key_of_the_other_scheme_is_refused() {
        assertThatThrownBy(() -> Dukpt.initialKey(bdk(DukptScheme.AES), ksn(DukptScheme.TDES, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DukptDevice.load(bdk(DukptScheme.TDES), ksn(DukptScheme.AES, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        TransactionKey key = host(ksn(DukptScheme.TDES, 1));
        assertThatThrownBy(() -> key.working(DukptUsage.KEY_ENCRYPTION)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key.working(DukptUsage.PIN, WorkingKind.TDES_3_KEY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_working_key_of_aes_is_its_own() {
        TransactionKey key = host(ksn(DukptScheme.AES, 1));
        List<String> values = new ArrayList<>();
        for (DukptUsage usage : DukptUsage.values()) {
            for (WorkingKind kind : WorkingKind.values()) {
                CipherKey working = key.working(usage, kind);
                assertThat(working.lengthBytes()).isEqualTo(kind.lengthBytes());
                assertThat(working.kind()).isEqualTo(kind.cipher());
                values.add(Arrays.toString(working.clear()));
            }
        }
        assertThat(values).doesNotHaveDuplicates();
        assertThat(key.working(DukptUsage.MAC_BOTH).clear())
                .isEqualTo(key.working(DukptUsage.MAC_BOTH, WorkingKind.AES_192).clear());
    }

    private static List<Long> counters(DukptDevice device, int draws) {
        List<Long> counters = new ArrayList<>();
        for (int i = 0; i < draws; i++) {
            TransactionKey key = ((DukptDevice.Drawn) device.draw()).key();
            assertThat(key.clear()).isEqualTo(host(key.ksn()).clear());
            counters.add(key.ksn().counter());
        }
        return counters;
    }

    private static TransactionKey host(Ksn ksn) {
        return ((Dukpt.Derived) Dukpt.transaction(bdk(ksn.scheme()), ksn)).key();
    }

    private static CipherKey initialKey(DukptScheme scheme) {
        return Dukpt.initialKey(bdk(scheme), ksn(scheme, 0));
    }

    private static CipherKey bdk(DukptScheme scheme) {
        return scheme == DukptScheme.TDES
                ? CipherKey.ofHex(CipherKind.TDES, "1032547698BADCFEEFCDAB8967452301")
                : CipherKey.ofHex(CipherKind.AES, "00112233445566778899AABBCCDDEEFF0123456789ABCDEF");
    }

    private static Ksn ksn(DukptScheme scheme, long counter) {
        return Ksn.ofHex(scheme == DukptScheme.TDES ? "FFFF5544332211200000" : "A1B2C3D4E5F6071800000000")
                .withCounter(counter);
    }

    private static boolean contains(byte[] haystack, byte[] needle) {
        for (int at = 0; at + needle.length <= haystack.length; at++) {
            if (Arrays.equals(haystack, at, at + needle.length, needle, 0, needle.length)) {
                return true;
            }
        }
        return false;
    }
}
