package dev.counterfoil.protocol.hostcommand;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A host's side of its line to the HSM: commands go out under a header of 4 hex digits, answers find their way back by
 * it, and who waits too long hears of the silence. An answer that nobody waits for is dropped.
 */
public final class HsmDialogue {
    private static final int HEADER_LENGTH = 4;

    /** What the dialogue needs of its owner. */
    public interface Line {
        /** Sends one whole frame to the HSM. */
        void send(byte[] frame);

        /** Calls {@link HsmDialogue#silence(String)} with this header when the HSM's time is over. */
        void startTimer(String header);

        void cancelTimer(String header);
    }

    private record Waiting(HostCommand request, Consumer<HsmReply> then) {}

    private final Line line;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private HostCommandReader reader = new HostCommandReader();
    private int count;

    public HsmDialogue(Line line) {
        this.line = line;
    }

    /** Sends a command; {@code then} hears the answer or the silence, once. */
    public void ask(HostCommand command, Consumer<HsmReply> then) {
        String header = Hex.word(count++);
        waiting.put(header, new Waiting(command, then));
        line.startTimer(header);
        line.send(command.frame(header));
    }

    /** Bytes from the HSM, split anyhow. */
    public void received(byte[] chunk) {
        for (byte[] frame : reader.feed(chunk)) {
            HsmAnswer answer = parse(frame);
            Waiting who = answer == null ? null : waiting.get(answer.header());
            if (answer != null && who != null && answer.answers(who.request)) {
                waiting.remove(answer.header());
                line.cancelTimer(answer.header());
                who.then.accept(new HsmReply(who.request, answer));
            }
        }
    }

    /** The HSM has not answered in time. */
    public void silence(String header) {
        Waiting who = waiting.remove(header);
        if (who != null) {
            who.then.accept(new HsmReply(who.request, null));
        }
    }

    /** The line is gone: all who wait hear silence. */
    public void lost() {
        reader = new HostCommandReader();
        List<String> headers = new ArrayList<>(waiting.keySet());
        for (String header : headers) {
            line.cancelTimer(header);
            silence(header);
        }
    }

    private static @Nullable HsmAnswer parse(byte[] frame) {
        try {
            return HsmAnswer.parse(frame, HEADER_LENGTH);
        } catch (Malformed noAnswer) {
            return null;
        }
    }
}
