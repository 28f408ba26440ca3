package dev.counterfoil.pinpad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.protocol.padlink.KeyReport;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadProbe;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.padlink.SlotState;
import dev.counterfoil.wire.DeviceMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TamperTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_opened_case_costs_every_key_and_the_pad_serves_nobody(boolean powered) {
        try (PadBench bench = new PadBench().signedIn()) {
            if (!powered) {
                tell(bench, new PinPad.PowerCut());
            }
            tell(bench, new PinPad.OpenCase());
            assertThat(lost(bench)).containsExactly("master key", "PIN key", "MAC key", "track key");
            tell(bench, new PinPad.PowerReturn());

            for (PadCommand command : PadProbe.commands(List.of())) {
                boolean tells = command instanceof PadCommand.KeyStatus
                        || command instanceof PadCommand.ReadSerialNumber
                        || command instanceof PadCommand.ReadPairing;
                assertThat(bench.ask(command).result())
                        .as(command.toString())
                        .isEqualTo(tells ? PadResult.GOOD : PadResult.REMOVAL);
            }
            assertThat(state(bench)).isEqualTo(SlotState.LOST);
        }
    }

    @Test
    void the_manufacturer_gives_back_an_empty_pad() {
        try (PadBench bench = new PadBench().signedIn()) {
            tell(bench, new PinPad.OpenCase());
            tell(bench, new PinPad.FactoryReset());
            assertThat(state(bench)).isEqualTo(SlotState.EMPTY);
            assertThat(bench.ask(new PadCommand.Reset()).good()).isTrue();
        }
    }

    @Test
    void keys_outlive_a_power_cut_on_the_battery_and_not_without() {
        try (PadBench bench = new PadBench().signedIn()) {
            tell(bench, new PinPad.PowerCut());
            tell(bench, new PinPad.PowerReturn());
            assertThat(state(bench)).isEqualTo(SlotState.ACTIVE);
            tell(bench, new PinPad.EmptyBattery());
            assertThat(state(bench)).isEqualTo(SlotState.ACTIVE);
            tell(bench, new PinPad.PowerCut());
            assertThat(lost(bench)).hasSize(4);
            tell(bench, new PinPad.PowerReturn());
            assertThat(state(bench)).isEqualTo(SlotState.LOST);
            assertThat(bench.ask(new PadCommand.Reset()).good()).isTrue();
        }
    }

    @Test
    void a_battery_that_is_cut_in_the_dark_takes_the_keys_at_once() {
        try (PadBench bench = new PadBench().signedIn()) {
            tell(bench, new PinPad.PowerCut());
            assertThat(lost(bench)).isEmpty();
            tell(bench, new PinPad.EmptyBattery());
            assertThat(lost(bench)).hasSize(4);
        }
    }

    @Test
    void the_terminal_can_have_all_keys_erased() {
        try (PadBench bench = new PadBench().signedIn()) {
            assertThat(bench.ask(new PadCommand.EraseKeys(PadCommand.Erasure.WITHDRAWAL))
                            .good())
                    .isTrue();
            assertThat(state(bench)).isEqualTo(SlotState.EMPTY);
        }
        try (PadBench bench = new PadBench().signedIn()) {
            assertThat(bench.ask(new PadCommand.EraseKeys(PadCommand.Erasure.ATTACK))
                            .good())
                    .isTrue();
            assertThat(state(bench)).isEqualTo(SlotState.LOST);
        }
    }

    private static void tell(PadBench bench, DeviceMessage what) {
        bench.pad.tell(what);
        bench.loop.drain();
    }

    private static List<String> lost(PadBench bench) {
        return bench.events.stream()
                .filter(KeyLife.class::isInstance)
                .map(KeyLife.class::cast)
                .filter(e -> e.state().equals("LOST"))
                .map(KeyLife::key)
                .toList();
    }

    private static SlotState state(PadBench bench) {
        return KeyReport.decode(
                        bench.ask(new PadCommand.KeyStatus(PadSlot.MASTER_KEY)).data())
                .state();
    }
}
