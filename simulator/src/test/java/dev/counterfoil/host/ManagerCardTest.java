package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.host.ManagerCard.State;
import org.junit.jupiter.api.Test;

class ManagerCardTest {
    private final ManagerCard good = ManagerCard.good("manager card M1", "8600000000000015");

    @Test
    void a_good_card_is_suspended_at_the_fifth_failure() {
        assertThat(failed(good, 4).state()).isEqualTo(State.GOOD);
        assertThat(failed(good, 5).state()).isEqualTo(State.SUSPENDED);
    }

    @Test
    void a_failure_does_not_make_a_refused_card_any_better() {
        for (State state : State.values()) {
            if (state != State.GOOD) {
                assertThat(failed(good.with(state), 7).state()).isEqualTo(state);
            }
        }
    }

    private static ManagerCard failed(ManagerCard card, int times) {
        ManagerCard now = card;
        for (int i = 0; i < times; i++) {
            now = now.failed();
        }
        return now;
    }
}
