package dev.counterfoil.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records by kind and name that survive a power cut. Writing is an effect: the writer goes on when
 * {@code acknowledged} runs, which a database may do later, in the order of the writes.
 */
public interface Store {
    /** Puts a record in place of what was there under this kind and name. */
    void write(RecordKind kind, String name, byte[] record, Runnable acknowledged);

    /** Removes the record, if there is one. */
    void delete(RecordKind kind, String name, Runnable acknowledged);

    byte @Nullable [] read(RecordKind kind, String name);

    /** Names of the records of one kind, in ascending order. */
    List<String> names(RecordKind kind);
}
