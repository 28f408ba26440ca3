package dev.counterfoil.loading;

import dev.counterfoil.clock.Alarms;
import dev.counterfoil.protocol.panel.PanelEvents;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.trace.TraceEvent;
import dev.counterfoil.wire.DeviceMessage;
import java.util.List;

/** The front of a device in the trace of its world and on its clock. */
abstract class Casing implements Front {
    private static final String BELL = "bell";

    private final String name;
    private final Trace trace;
    private final Alarms<DeviceMessage> alarms;

    Casing(String name, Trace trace, Alarms<DeviceMessage> alarms) {
        this.name = name;
        this.trace = trace;
        this.alarms = alarms;
    }

    /** The bell rings. */
    abstract void rang();

    @Override
    public void display(Text text, String... args) {
        emit(new PanelEvents.Showed(text, List.of(args), ""));
    }

    @Override
    public void emit(TraceEvent event) {
        trace.emit(name, event);
    }

    @Override
    public void ringAfter(long nanos) {
        alarms.set(BELL, nanos, this::rang);
    }

    @Override
    public void silence() {
        alarms.cancel(BELL);
    }
}
