package dev.counterfoil.terminal.stage;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the pad, one command at a time. */
public abstract class PadStage implements Stage {
    private @Nullable Function<PadReply.Answer, Step> then;

    /** Sends a command; {@code then} hears the answer, {@link #padFailed} that there is none. */
    protected final Step ask(Work work, PadCommand command, Function<PadReply.Answer, Step> then) {
        this.then = then;
        work.timer("padTimeout");
        work.pad(command);
        return Step.STAY;
    }

    private Step read(Work work, PadReply.Answer answer, Function<PadReply.Answer, Step> waiting) {
        try {
            return waiting.apply(answer);
        } catch (Malformed e) {
            work.emit(new TerminalEvents.LineTrouble("not an answer of a pad: " + e.getMessage()));
            return padFailed(work);
        }
    }

    /** The pad did not answer, or nothing that can be read. */
    protected Step padFailed(Work work) {
        work.show(Text.ENCRYPTION_MODULE_ERROR);
        return Step.end(Verdict.REFUSED);
    }

    /** Anything but the answer to the command. */
    protected Step heard(Work work, Input input) {
        return Step.STAY;
    }

    @Override
    public final Step on(Work work, Input input) {
        Function<PadReply.Answer, Step> waiting = then;
        if (waiting == null) {
            return heard(work, input);
        } else if (input instanceof Input.Pad pad && pad.reply() instanceof PadReply.Answer answer) {
            then = null;
            work.stopTimer();
            return read(work, answer, waiting);
        } else if (input instanceof Input.Time || input instanceof Input.PadGone) {
            then = null;
            return padFailed(work);
        }
        return heard(work, input);
    }
}
