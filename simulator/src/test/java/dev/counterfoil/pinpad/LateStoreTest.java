package dev.counterfoil.pinpad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.crypto.dukpt.Dukpt;
import dev.counterfoil.crypto.dukpt.Ksn;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.padlink.SlotState;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Store;
import dev.counterfoil.trace.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys over a store that takes its time: what happens before it acknowledges, and what a power cut in between leaves. */
final class LateStoreTest {
    private static final Ksn KSN = Ksn.ofHex("FFFF9876543210E00000");
    private static final CipherKey BDK = CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEFFEDCBA9876543210");

    private final LateStore store = new LateStore();
    private final List<String> drawn = new ArrayList<>();
    private KeySlots slots = slots();

    private enum Meanwhile {
        LOST,
        EMPTIED,
        FROZEN,
        UNPOWERED
    }

    @ParameterizedTest
    @EnumSource(Meanwhile.class)
    void a_key_that_is_being_drawn_does_not_come_into_a_pad_that_may_have_none(Meanwhile what) {
        load();
        draw();
        happens(what);
        store.takeAll();
        assertThat(slots.key(PadSlot.MAC_KEY)).isNull();
        assertThat(drawn).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Meanwhile.class,
            names = {"LOST", "EMPTIED"})
    void keys_that_are_being_stored_do_not_come_into_a_pad_that_has_lost_all(Meanwhile what) {
        for (boolean dukpt : new boolean[] {true, false}) {
            if (dukpt) {
                storeDukpt();
            } else {
                slots.storeMaster(PadBench.copy(PadBench.TMK), 0, "loaded", () -> drawn.add("master key"));
            }
            happens(what);
            store.takeAll();
            SlotState gone = what == Meanwhile.LOST ? SlotState.LOST : SlotState.EMPTY;
            assertThat(slots.state(PadSlot.MASTER_KEY)).isEqualTo(gone);
            assertThat(slots.underDukpt()).isFalse();
            assertThat(drawn).isEmpty();
            slots = slots();
            assertThat(slots.state(PadSlot.MASTER_KEY)).as("from the store").isEqualTo(gone);
        }
    }

    @Test
    void a_master_key_that_was_on_its_way_comes_into_a_frozen_pad_and_is_frozen() {
        slots.storeMaster(PadBench.copy(PadBench.TMK), 0, "loaded", () -> {});
        slots.freeze("plug loose");
        store.takeAll();
        assertThat(slots.state(PadSlot.MASTER_KEY)).isEqualTo(SlotState.FROZEN);
    }

    @Test
    void of_two_draws_at_once_only_the_second_gives_keys() {
        load();
        draw();
        draw();
        store.takeAll();
        assertThat(drawn).containsExactly("FFFF9876543210E00002");
        assertThat(slots.key(PadSlot.MAC_KEY)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void a_power_cut_while_keys_are_lost_leaves_the_loss_or_the_device_and_no_empty_pad(int taken) {
        load();
        slots.lose("case opened");
        store.take(taken);
        boot();
        assertThat(slots.state(PadSlot.MASTER_KEY)).isEqualTo(taken == 0 ? SlotState.ACTIVE : SlotState.LOST);
        boot();
        assertThat(slots.state(PadSlot.MASTER_KEY)).isEqualTo(taken == 0 ? SlotState.ACTIVE : SlotState.LOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_power_cut_while_a_device_takes_the_place_of_a_master_key_leaves_one_of_them(int taken) {
        slots.storeMaster(PadBench.copy(PadBench.TMK), 0, "loaded", () -> {});
        store.takeAll();
        storeDukpt();
        store.take(taken);
        boot();
        store.takeAll();
        assertThat(slots.underDukpt()).isEqualTo(taken > 0);
        assertThat(slots.key(PadSlot.MASTER_KEY) != null).isEqualTo(taken == 0);
        assertThat(store.read(RecordKind.MASTER_KEY, "keys") != null).isEqualTo(taken == 0);
    }

    private void happens(Meanwhile what) {
        switch (what) {
            case LOST -> slots.lose("case opened");
            case EMPTIED -> slots.empty("decommissioned");
            case FROZEN -> slots.freeze("plug loose");
            case UNPOWERED -> slots.forget();
        }
    }

    private void load() {
        storeDukpt();
        store.takeAll();
        drawn.clear();
    }

    private void storeDukpt() {
        slots.storeDukpt(Dukpt.initialKey(BDK, KSN), KSN.withCounter(1), "injected", () -> drawn.add("initial key"));
    }

    private void draw() {
        slots.draw(ksn -> drawn.add(String.valueOf(ksn)));
    }

    /** What the store has not taken yet is gone with the power. */
    private void boot() {
        store.waiting.clear();
        slots = slots();
    }

    private KeySlots slots() {
        KeyDiary diary = new KeyDiary("pad of T1", "T1", new Trace(() -> 0), new Witness(1));
        KeySlots made = new KeySlots(PadBench.CHIP_KEY, store, diary);
        made.boot();
        return made;
    }

    /** Writes and acknowledges only when it is told to, in the order in which it was asked. */
    private static final class LateStore implements Store {
        private final MemoryStore behind = new MemoryStore();
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public void write(RecordKind kind, String name, byte[] record, Runnable acknowledged) {
            waiting.add(() -> behind.write(kind, name, record, acknowledged));
        }

        @Override
        public void delete(RecordKind kind, String name, Runnable acknowledged) {
            waiting.add(() -> behind.delete(kind, name, acknowledged));
        }

        @Override
        public byte[] read(RecordKind kind, String name) {
            return behind.read(kind, name);
        }

        @Override
        public List<String> names(RecordKind kind) {
            return behind.names(kind);
        }

        void take(int writes) {
            for (int i = 0; i < writes && !waiting.isEmpty(); i++) {
                waiting.remove().run();
            }
        }

        void takeAll() {
            take(Integer.MAX_VALUE);
        }
    }
}
