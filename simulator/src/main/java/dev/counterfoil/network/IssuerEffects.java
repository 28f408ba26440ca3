package dev.counterfoil.network;

import dev.counterfoil.store.RecordKind;
import dev.counterfoil.trace.TraceEvent;
import java.time.LocalDateTime;

/** What the issuer's decisions do to the world. What is still to happen when the power fails never happens. */
interface IssuerEffects {
    /** Sends a whole frame to the switch or to the issuer's HSM. */
    void send(int port, byte[] frame);

    /** Runs {@code then} after this time, unless the alarm of this key is cancelled before. */
    void alarm(String key, long nanos, Runnable then);

    void cancel(String key);

    /** Writes a record and goes on when the store has acknowledged it. */
    void write(RecordKind kind, String name, byte[] record, Runnable then);

    void emit(TraceEvent event);

    LocalDateTime now();
}
