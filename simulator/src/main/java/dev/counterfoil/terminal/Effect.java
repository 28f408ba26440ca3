package dev.counterfoil.terminal;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.protocol.panel.Tone;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.trace.TraceEvent;
import java.util.List;

/**
 * What a terminal does. Effects are carried out in order, and what stands behind a {@link Write} or {@link Delete}
 * waits until the store has acknowledged it: nothing is sent on the strength of a record that may not exist.
 */
public sealed interface Effect {
    /** @param cause code beside the text (FROZEN, LOST), or empty */
    record Show(Text text, List<String> args, String cause) implements Effect {}

    record Sound(Tone tone) implements Effect {}

    record Print(Slip slip, List<SlipLine> lines) implements Effect {}

    record PadSend(PadCommand command) implements Effect {}

    /** Says something to a pad that is plugged into the port beside its own; nobody listens to what it answers. */
    record OtherPortSend(PadCommand command) implements Effect {}

    /** Answered by {@link Input.LineOpened} or {@link Input.LineDown}. */
    record Dial() implements Effect {}

    record HangUp() implements Effect {}

    /** @param frame a whole one */
    record LineSend(byte[] frame) implements Effect {}

    record Write(RecordKind kind, String name, byte[] record) implements Effect {}

    record Delete(RecordKind kind, String name) implements Effect {}

    /** Sets the one timer anew; answered by {@link Input.Time}. */
    record StartTimer(long millis) implements Effect {}

    record StopTimer() implements Effect {}

    record Emit(TraceEvent event) implements Effect {}
}
