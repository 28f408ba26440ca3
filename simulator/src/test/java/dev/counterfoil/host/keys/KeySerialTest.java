package dev.counterfoil.host.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.crypto.dukpt.Ksn;
import org.junit.jupiter.api.Test;

final class KeySerialTest {
    private final KeySerial fresh = new KeySerial("U0", "08D7B4FB", Ksn.ofHex("FFFF9876540000200000"), null);
    private final KeySerial used = fresh.after("FFFF9876540000200007");

    @Test
    void a_number_counts_once_and_only_upwards() {
        assertThat(fresh.fault("FFFF9876540000200001")).isEmpty();
        assertThat(used.fault("FFFF9876540000200008")).isEmpty();
        assertThat(used.fault("ffff9876540000200400")).isEmpty();
        assertThat(used.fault("FFFF9876540000200007")).contains("used", "FFFF9876540000200007");
        assertThat(used.fault("FFFF9876540000200006")).contains("used");
    }

    @Test
    void a_number_of_another_device_or_scheme_and_what_is_none_are_refused() {
        assertThat(used.fault("FFFF9876540000400008")).contains("not the terminal's");
        assertThat(used.fault("987654320000000100000008")).contains("not the terminal's");
        assertThat(used.fault("12")).contains("not the terminal's");
        assertThat(used.fault("no hex digits at all")).contains("not the terminal's");
        assertThat(used.fault(null)).isEqualTo("no KSN");
        assertThat(used.keys("FFFF9876540000400008")).isNull();
        assertThat(used.keys(null)).isNull();
    }

    @Test
    void a_counter_that_no_device_uses_is_refused() {
        assertThat(fresh.fault("FFFF9876540000200000")).contains("no device uses");
        assertThat(fresh.fault("FFFF98765400002007FF")).contains("no device uses");
    }

    @Test
    void a_terminal_goes_on_with_its_keys_until_it_shows_those_of_a_later_load() {
        KeySerial second = new KeySerial("U1", "3FAC1D90", Ksn.ofHex("FFFF9876540000400000"), null).loadedOver(used);
        KeySerial third = new KeySerial("U0", "08D7B4FB", Ksn.ofHex("FFFF9876540000600000"), null).loadedOver(second);
        assertThat(third.fault("FFFF9876540000200007")).contains("used", "FFFF9876540000200007");
        assertThat(third.fault("FFFF9876540000200008")).isEmpty();
        KeySerial onOld = third.after("FFFF9876540000200008");
        assertThat(onOld.fault("FFFF9876540000200008")).contains("used");
        assertThat(onOld.fault("FFFF9876540000600001")).isEmpty();

        assertThat(onOld.fault("FFFF9876540000400001")).isEmpty();
        KeySerial onSecond = onOld.after("FFFF9876540000400001");
        assertThat(onSecond.fault("FFFF9876540000200009")).contains("not the terminal's");
        assertThat(onSecond.fault("FFFF9876540000400001")).contains("used");
        assertThat(onSecond.fault("FFFF9876540000600001")).isEmpty();
        assertThat(onSecond.after("FFFF9876540000600001").fault("FFFF9876540000400002"))
                .contains("not the terminal's");
    }

    @Test
    void keys_are_derived_from_the_base_key_of_the_device() {
        KeySerial second = new KeySerial("U1", "3FAC1D90", Ksn.ofHex("FFFF9876540000400000"), null).loadedOver(used);
        assertThat(second.keys("FFFF9876540000400001"))
                .isEqualTo(new TransactionKeys("U1", Ksn.ofHex("FFFF9876540000400001")));
        assertThat(second.keys("FFFF9876540000200008"))
                .isEqualTo(new TransactionKeys("U0", Ksn.ofHex("FFFF9876540000200008")));
    }

    @Test
    void comes_back_from_its_record() {
        KeySerial second = new KeySerial("U1", "3FAC1D90", Ksn.ofHex("FFFF9876540000400000"), null).loadedOver(used);
        assertThat(KeySerial.decode(used.encode())).isEqualTo(used);
        assertThat(KeySerial.decode(second.encode())).isEqualTo(second);
    }
}
