package dev.counterfoil.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.clock.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MemoryStoreTest {
    private static final byte[] OLD = {1};
    private static final byte[] NEW = {2};

    private final MemoryStore store = new MemoryStore();
    private final List<String> heard = new ArrayList<>();

    @Test
    void what_is_written_is_read_and_changing_the_array_later_changes_nothing() {
        byte[] record = {7};
        store.write(RecordKind.REVERSAL, "b", record, () -> heard.add("ack"));
        store.write(RecordKind.REVERSAL, "a", record, () -> heard.add("ack"));
        record[0] = 9;
        assertThat(store.read(RecordKind.REVERSAL, "b")).containsExactly(7);
        assertThat(store.names(RecordKind.REVERSAL)).containsExactly("a", "b");
        store.delete(RecordKind.REVERSAL, "b", () -> heard.add("ack"));
        assertThat(store.read(RecordKind.REVERSAL, "b")).isNull();
        assertThat(heard).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, 1, cut", "TORN, 1, cut", "WRITTEN, 2, cut", "ACKNOWLEDGED, 2, ack cut"})
    void the_power_fails_at_the_named_moment(Moment moment, byte left, String order) {
        store.write(RecordKind.MASTER_KEY, "0", OLD, () -> {});
        store.crashAt(RecordKind.MASTER_KEY, moment, () -> heard.add("cut"));
        store.write(RecordKind.REVERSAL, "other kind", NEW, () -> {});
        store.write(RecordKind.MASTER_KEY, "0", NEW, () -> heard.add("ack"));
        assertThat(store.read(RecordKind.MASTER_KEY, "0")).containsExactly(left);
        assertThat(String.join(" ", heard)).isEqualTo(order);
        store.write(RecordKind.MASTER_KEY, "0", NEW, () -> heard.add("works again"));
        assertThat(heard).last().isEqualTo("works again");
    }

    @Test
    void it_holds_what_a_sorted_map_would_after_any_writes_and_removals() {
        RandomStream random = new RandomStream(7);
        Map<String, byte[]> expected = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            String name = Integer.toString(random.nextInt(i < 10_000 ? 1_000 : 20));
            RecordKind kind = random.nextInt(2) == 0 ? RecordKind.TRANSACTION : RecordKind.LEDGER_ENTRY;
            if (random.nextInt(3) > 0) {
                byte[] record = random.bytes(4);
                store.write(kind, name, record, () -> {});
                expected.put(kind + " " + name, record);
            } else {
                store.delete(kind, name, () -> {});
                expected.remove(kind + " " + name);
            }
            assertThat(store.read(kind, name)).isEqualTo(expected.get(kind + " " + name));
        }
        List<String> names = new ArrayList<>();
        for (RecordKind kind : List.of(RecordKind.LEDGER_ENTRY, RecordKind.TRANSACTION)) {
            store.names(kind).forEach(name -> {
                names.add(kind + " " + name);
                assertThat(store.read(kind, name)).isEqualTo(expected.get(kind + " " + name));
            });
        }
        assertThat(names).containsExactlyElementsOf(expected.keySet());
    }
}
