package dev.counterfoil.host.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Tlv;
import dev.counterfoil.host.ManagerCard;
import dev.counterfoil.host.inspection.InspectionRegister.Again;
import dev.counterfoil.host.inspection.InspectionRegister.Arrival;
import dev.counterfoil.host.inspection.InspectionRegister.Open;
import dev.counterfoil.host.inspection.InspectionRegister.Refused;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InspectionRegisterTest {
    private static final String MANAGER = "8600000000000015";
    private static final String UNKNOWN = "8600000000000114";
    private static final LocalDateTime NINE = LocalDateTime.of(2024, 3, 4, 9, 0);

    private final Map<String, ManagerCard> cards = new HashMap<>(Map.of(MANAGER, ManagerCard.good("M1", MANAGER)));
    private final InspectionRegister register = new InspectionRegister(Duration.ofHours(1), cards::get);

    @Test
    void inspections_are_numbered_and_graded() {
        assertThat(noted(arrival("T1", "000001", MANAGER, Medium.TYPED, NINE)).number())
                .isEqualTo("00000001");
        Inspection second = noted(arrival("T2", "000001", MANAGER, Medium.IC, NINE));
        assertThat(second.number()).isEqualTo("00000002");
        assertThat(second.what().medium().strength()).isEqualTo("STRONG");
    }

    @Test
    void a_second_one_within_the_hour_is_refused_and_one_after_it_is_not() {
        noted(arrival("T1", "000001", MANAGER, Medium.STRIPE, NINE));
        assertThat(refused(arrival("T1", "000002", MANAGER, Medium.STRIPE, NINE.plusMinutes(59))))
                .isEqualTo("94");
        noted(arrival("T2", "000001", MANAGER, Medium.STRIPE, NINE.plusMinutes(59)));
        noted(arrival("T1", "000003", MANAGER, Medium.STRIPE, NINE.plusMinutes(60)));
    }

    @Test
    void an_older_report_that_was_kept_is_held_against_the_hour_too() {
        noted(arrival("T1", "000002", MANAGER, Medium.STRIPE, NINE));
        assertThat(refused(arrival("T1", "000001", MANAGER, Medium.STRIPE, NINE.minusMinutes(59))))
                .isEqualTo("94");
        noted(arrival("T1", "000001", MANAGER, Medium.STRIPE, NINE.minusMinutes(60)));
    }

    @Test
    void a_report_that_comes_again_has_its_number_again_even_after_others() {
        Arrival first = arrival("T1", "000001", MANAGER, Medium.STRIPE, NINE);
        Inspection inspection = noted(first);
        noted(arrival("T1", "000002", MANAGER, Medium.STRIPE, NINE.plusHours(2)));
        assertThat(register.decide(first)).isEqualTo(new Again(inspection));
        assertThat(register.of("T1")).hasSize(2);
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
        noted(arrival("T1", "000001", MANAGER, Medium.STRIPE, NINE));
        cards.put(MANAGER, cards.get(MANAGER).with(ManagerCard.State.REVOKED));
        for (Medium medium : Medium.values()) {
            assertThat(refused(arrival("T2", "00000" + medium.code(), MANAGER, medium, NINE)))
                    .isEqualTo("D4");
        }
    }

    @Test
    void a_random_number_proves_a_card_once() {
        noted(arrival("T1", "000001", MANAGER, Medium.IC, NINE));
        assertThat(refused(arrival("T2", "000001", MANAGER, Medium.IC, NINE.plusHours(2))))
                .isEqualTo("D7");
    }

    @Test
    void a_report_from_the_future_and_one_of_no_time_are_refused() {
        Arrival now = arrival("T1", "000001", MANAGER, Medium.STRIPE, NINE);
        assertThat(refused(made(now, "20240304091001"))).isEqualTo("D7");
        assertThat(refused(made(now, "20241304091001"))).isEqualTo("30");
        noted(made(now, "20240304091000"));
    }

    @Test
    void three_unknown_typed_numbers_lock_typed_entry_of_that_terminal_alone() {
        for (int i = 1; i <= 3; i++) {
            Refused unknown = (Refused) register.decide(arrival("T1", "00000" + i, UNKNOWN, Medium.TYPED, NINE));
            assertThat(unknown.code()).isEqualTo("D2");
            assertThat(unknown.locks()).isEqualTo(i == 3);
        }
        assertThat(refused(arrival("T1", "000004", MANAGER, Medium.TYPED, NINE)))
                .isEqualTo("D9");
        noted(arrival("T2", "000001", MANAGER, Medium.TYPED, NINE));
        noted(arrival("T1", "000005", MANAGER, Medium.STRIPE, NINE));
        noted(arrival("T1", "000006", MANAGER, Medium.TYPED, NINE.plusHours(1)));
    }

    @Test
    void a_known_manager_whose_inspection_is_refused_does_not_end_the_count() {
        noted(arrival("T1", "000009", MANAGER, Medium.STRIPE, NINE));
        for (int i = 1; i <= 3; i++) {
            register.decide(arrival("T1", "00000" + i, UNKNOWN, Medium.TYPED, NINE));
            register.decide(arrival("T1", "00001" + i, MANAGER, Medium.STRIPE, NINE));
        }
        assertThat(refused(arrival("T1", "000004", MANAGER, Medium.TYPED, NINE.plusHours(1))))
                .isEqualTo("D9");
    }

    @Test
    void a_typed_number_with_a_wrong_check_digit_is_unknown() {
        String wrong = "8600000000000016";
        cards.put(wrong, ManagerCard.good("M9", wrong));
        assertThat(refused(arrival("T1", "000001", wrong, Medium.TYPED, NINE))).isEqualTo("D2");
        noted(arrival("T1", "000002", wrong, Medium.STRIPE, NINE));
    }

    @Test
    void a_register_reads_its_inspections_back() {
        Arrival first = arrival("T1", "000001", MANAGER, Medium.IC, NINE);
        Inspection inspection = Inspection.decode(noted(first).encode());
        InspectionRegister after = new InspectionRegister(Duration.ofHours(1), cards::get);
        after.restore(inspection);
        assertThat(after.decide(first)).isEqualTo(new Again(inspection));
        assertThat(after.note(arrival("T2", "000001", MANAGER, Medium.STRIPE, NINE))
                        .number())
                .isEqualTo("00000002");
    }

    private Inspection noted(Arrival arrival) {
        assertThat(register.decide(arrival)).isInstanceOf(Open.class);
        return register.note(arrival);
    }

    private String refused(Arrival arrival) {
        return ((Refused) register.decide(arrival)).code();
    }

    private static Arrival arrival(String terminal, String stan, String manager, Medium medium, LocalDateTime at) {
        String madeAt = at.toString().replaceAll("[-T:]", "") + "00";
        return of(terminal, stan, manager, medium, at, madeAt);
    }

    private static Arrival made(Arrival other, String madeAt) {
        InspectionReport report = other.report();
        return of(other.terminalId(), other.stan(), report.manager(), report.medium(), other.at(), madeAt);
    }

    private static Arrival of(
            String terminal, String stan, String manager, Medium medium, LocalDateTime at, String madeAt) {
        InspectionReport report = new InspectionReport("1111111111", EquipmentState.GOOD, medium, manager, madeAt, 0);
        List<Tlv> tags = new ArrayList<>(report.tags());
        if (medium == Medium.IC) {
            tags.add(Tlv.of(KeyDownload.R1, new byte[8]));
            tags.add(Tlv.of(KeyDownload.R2, new byte[8]));
            tags.add(Tlv.of(KeyDownload.C1, new byte[8]));
        }
        return new Arrival(terminal, "merchant", stan, at, Tlv.encode(tags), report, true);
    }
}
