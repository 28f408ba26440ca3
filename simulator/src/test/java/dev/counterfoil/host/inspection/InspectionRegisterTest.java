package dev.counterfoil.host.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.host.ManagerCard;
import dev.counterfoil.host.inspection.InspectionRegister.Arrival;
import dev.counterfoil.host.inspection.InspectionRegister.Noted;
import dev.counterfoil.host.inspection.InspectionRegister.Refused;
import dev.counterfoil.host.inspection.InspectionRegister.Rules;
import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InspectionRegisterTest {
    private static final String MANAGER = "8600000000000017";
    private static final LocalDateTime NINE = LocalDateTime.of(2024, 3, 4, 9, 0);

    private final Map<String, ManagerCard> cards = new HashMap<>(Map.of(MANAGER, ManagerCard.good("M1", MANAGER)));
    private final InspectionRegister register = new InspectionRegister(new Rules(Duration.ofHours(1), 3), cards::get);

    @Test
    void a_typed_inspection_is_numbered_graded_and_counted() {
        Noted noted = noted(arrival("T1", "000001", MANAGER, Medium.TYPED, NINE));
        assertThat(noted.inspection().number()).isEqualTo("00000001");
        assertThat(noted.inspection().report().medium().strength()).isEqualTo("TYPED");
        assertThat(register.count(Medium.TYPED)).isEqualTo(1);
        assertThat(register.count(Medium.IC)).isZero();
    }

    @Test
    void a_second_one_within_the_hour_is_refused_and_one_after_it_is_not() {
        noted(arrival("T1", "000001", MANAGER, Medium.IC, NINE));
        assertThat(refused(arrival("T1", "000002", MANAGER, Medium.IC, NINE.plusMinutes(59))))
                .isEqualTo("94");
        noted(arrival("T2", "000001", MANAGER, Medium.IC, NINE.plusMinutes(59)));
        noted(arrival("T1", "000003", MANAGER, Medium.IC, NINE.plusMinutes(60)));
    }

    @Test
    void a_message_that_comes_again_has_its_number_again() {
        Noted first = noted(arrival("T1", "000001", MANAGER, Medium.IC, NINE));
        Noted second = noted(arrival("T1", "000001", MANAGER, Medium.IC, NINE.plusMinutes(1)));
        assertThat(second.again()).isTrue();
        assertThat(second.inspection()).isEqualTo(first.inspection());
        assertThat(register.count(Medium.IC)).isEqualTo(1);
    }

    @Test
    void a_manager_must_be_active_and_the_merchant_his() {
        ManagerCard good = cards.get(MANAGER);
        cards.put(MANAGER, good.with(ManagerCard.State.REVOKED));
        assertThat(refused(arrival("T1", "000001", MANAGER, Medium.STRIPE, NINE)))
                .isEqualTo("D4");
        cards.put(MANAGER, good.only(new ManagerCard.Limits(Set.of("another"), "")));
        assertThat(refused(arrival("T1", "000002", MANAGER, Medium.STRIPE, NINE)))
                .isEqualTo("D6");
    }

    @Test
    void the_number_of_a_replaced_card_is_refused_from_that_moment() {
        noted(arrival("T1", "000001", MANAGER, Medium.IC, NINE));
        cards.put(MANAGER, cards.get(MANAGER).with(ManagerCard.State.REVOKED));
        for (Medium medium : Medium.values()) {
            assertThat(refused(arrival("T2", "00000" + medium.code(), MANAGER, medium, NINE)))
                    .isEqualTo("D4");
        }
    }

    @Test
    void three_unknown_typed_numbers_lock_typed_entry_of_that_terminal_alone() {
        for (int i = 1; i <= 3; i++) {
            Refused unknown = (Refused) register.decide(arrival("T1", "00000" + i, "86000000", Medium.TYPED, NINE));
            assertThat(unknown.code()).isEqualTo("D2");
            assertThat(unknown.tellDesk()).isEqualTo(i == 3);
        }
        assertThat(refused(arrival("T1", "000004", MANAGER, Medium.TYPED, NINE)))
                .isEqualTo("D9");
        noted(arrival("T2", "000001", MANAGER, Medium.TYPED, NINE));
        noted(arrival("T1", "000005", MANAGER, Medium.IC, NINE));
    }

    private Noted noted(Arrival arrival) {
        return (Noted) register.decide(arrival);
    }

    private String refused(Arrival arrival) {
        return ((Refused) register.decide(arrival)).code();
    }

    private static Arrival arrival(String terminal, String stan, String manager, Medium medium, LocalDateTime at) {
        InspectionReport report = new InspectionReport("1111111111", EquipmentState.GOOD, medium, manager);
        return new Arrival(terminal, "merchant", "000001" + stan, at, report);
    }
}
