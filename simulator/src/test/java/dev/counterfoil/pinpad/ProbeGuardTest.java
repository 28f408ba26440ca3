package dev.counterfoil.pinpad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.padlink.MakKind;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.trace.Trace;
import org.junit.jupiter.api.Test;

final class ProbeGuardTest {
    private static final PadCommand LOAD = new PadCommand.LoadKeySet(MakKind.EIGHT, new byte[60]);
    private static final PadCommand PASSWORD = new PadCommand.StartCardPassword(30);

    private final MemoryStore store = new MemoryStore();
    private long seconds;
    private ProbeGuard guard = guard();

    private ProbeGuard guard() {
        ProbeGuard made = new ProbeGuard(3, store, new Trace(() -> seconds * 1_000_000_000L));
        made.boot();
        return made;
    }

    @Test
    void the_third_wrong_one_locks_for_a_minute_and_each_that_follows_for_twice_as_long() {
        wrongKeys(2);
        assertThat(guard.refuses(LOAD)).isFalse();
        int lock = 60;
        for (int i = 0; i < 4; i++) {
            wrongKeys(1);
            seconds += lock - 1;
            assertThat(guard.refuses(LOAD)).isTrue();
            assertThat(guard.refuses(PASSWORD)).isTrue();
            seconds += 1;
            assertThat(guard.refuses(LOAD)).isFalse();
            lock *= 2;
        }
    }

    @Test
    void passwords_and_check_values_count_together() {
        wrongKeys(1);
        guard.saw(new PadReply.PasswordChecked(0x63C2));
        guard.saw(new PadReply.PasswordChecked(0x6983));
        assertThat(guard.refuses(PASSWORD)).isTrue();
    }

    @Test
    void a_right_one_ends_the_count() {
        wrongKeys(2);
        guard.refuses(LOAD);
        guard.saw(new PadReply.Answer(PadResult.GOOD));
        wrongKeys(2);
        assertThat(guard.refuses(LOAD)).isFalse();
        guard.saw(new PadReply.PasswordChecked(0x9000));
        wrongKeys(2);
        assertThat(guard.refuses(LOAD)).isFalse();
    }

    @Test
    void what_loads_nothing_is_never_refused_and_never_counted() {
        wrongKeys(3);
        assertThat(guard.refuses(new PadCommand.ReadSerialNumber())).isFalse();
        seconds += 60;
        guard.refuses(new PadCommand.CancelInput());
        guard.saw(new PadReply.Answer(PadResult.KCV));
        assertThat(guard.refuses(LOAD)).isFalse();
    }

    @Test
    void a_power_cut_opens_nothing() {
        wrongKeys(3);
        guard = guard();
        assertThat(guard.refuses(LOAD)).isTrue();
        seconds += 60;
        assertThat(guard.refuses(LOAD)).isFalse();
        wrongKeys(1);
        seconds += 119;
        assertThat(guard.refuses(LOAD)).isTrue();
    }

    private void wrongKeys(int count) {
        for (int i = 0; i < count; i++) {
            guard.refuses(LOAD);
            guard.saw(new PadReply.Answer(PadResult.KCV));
        }
    }
}
