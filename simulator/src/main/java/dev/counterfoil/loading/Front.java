package dev.counterfoil.loading;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.trace.TraceEvent;

/** What the loader's PC and the mother POS have alike: a display, a place in the trace and one bell. */
interface Front {
    void display(Text text, String... args);

    void emit(TraceEvent event);

    /** Rings after this time, instead of whatever was to ring before. */
    void ringAfter(long nanos);

    void silence();
}
