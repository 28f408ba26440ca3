package dev.counterfoil.host;

import dev.counterfoil.store.RecordKind;
import dev.counterfoil.trace.TraceEvent;
import java.time.LocalDateTime;

/** What the desks do to the world. What is still to happen when the power fails never happens. */
public interface Effects {
    /** Sends a whole frame to a line, to the HSM ({@link Host#HSM}) or to the switch ({@link Host#SWITCH}). */
    void send(int port, byte[] frame);

    /** Runs {@code then} after this time, unless the alarm of this key is cancelled before. */
    void alarm(String key, long nanos, Runnable then);

    void cancel(String key);

    /** Writes a record and goes on when the store has acknowledged it. */
    void write(RecordKind kind, String name, byte[] record, Runnable then);

    void delete(RecordKind kind, String name, Runnable then);

    void emit(TraceEvent event);

    /** Date and time of the host's clock. */
    LocalDateTime now();
}
