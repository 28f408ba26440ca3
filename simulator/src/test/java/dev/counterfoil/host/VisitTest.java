package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.host.TerminalEntry.Registration;
import dev.counterfoil.host.inspection.InspectionEvents.DeskNote;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VisitTest {
    private static final long DAY = 86_400;

    private final Bench bench = new Bench();

    @BeforeEach
    void a_visit_each_quarter() {
        bench.policies = bench.policies.with("inspection.every", "2160h").with("inspection.grace", "720h");
        bench.reception().register(Bench.entry("T2", "10000002"));
    }

    @Test
    void a_visit_is_overdue_on_its_day_and_a_terminal_limited_when_the_grace_is_over() {
        bench.pass(90 * DAY - 1);
        assertThat(notes()).isEmpty();
        bench.pass(1);
        assertThat(notes()).containsExactly("inspection overdue");
        bench.pass(30 * DAY - 1);
        assertThat(notes()).hasSize(1);
        bench.pass(1);
        assertThat(notes()).containsExactly("inspection overdue", "limited until inspected");
    }

    @Test
    void the_desk_is_told_once_whatever_the_power_does() {
        bench.pass(90 * DAY);
        bench.restart();
        assertThat(notes()).containsExactly("inspection overdue");
        bench.pass(30 * DAY);
        bench.restart();
        assertThat(notes()).containsExactly("inspection overdue", "limited until inspected");
    }

    @Test
    void a_terminal_out_of_service_is_overdue_when_it_comes_back_and_has_its_grace() {
        bench.reception().register("T2", Registration.DISABLED);
        bench.pass(200 * DAY);
        assertThat(notes()).isEmpty();
        bench.reception().register("T2", Registration.IN_SERVICE);
        assertThat(notes()).containsExactly("inspection overdue");
        bench.pass(30 * DAY - 1);
        assertThat(notes()).hasSize(1);
        bench.pass(1);
        assertThat(notes()).hasSize(2);
    }

    private List<String> notes() {
        return bench.events(DeskNote.class).stream()
                .filter(note -> note.terminal().equals("T2"))
                .map(DeskNote::note)
                .toList();
    }
}
