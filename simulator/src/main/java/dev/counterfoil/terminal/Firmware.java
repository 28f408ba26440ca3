package dev.counterfoil.terminal;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.store.Store;
import dev.counterfoil.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal decides, from power-on to power-off: inputs in, effects out. It runs one transaction at a time, stage
 * by stage; what may be started is asked of {@link Rights}.
 */
public final class Firmware {
    private final Work.Bench bench;
    private List<Effect> effects = new ArrayList<>();
    private @Nullable Task waiting;
    private @Nullable String operator;
    private boolean signInDemanded;
    private int padAnswersToIgnore;
    private @Nullable Work work;
    private List<Supplier<Stage>> recipe = List.of();
    private int position;
    private @Nullable Stage stage;

    /** @param numbers of this terminal; the same after every power cut */
    public Firmware(Setup setup, Store store, Numbers numbers) {
        Consumer<Effect> out = effect -> effects.add(effect);
        bench = new Work.Bench(setup, new Memory(store, numbers, out), numbers, out);
        String first = setup.policies().text("operatorAtStart");
        operator = first.equals("none") ? null : first;
    }

    /**
     * Starts up.
     *
     * @param padAtHand whether the pad's plug is in
     * @param afterPowerCut whether the terminal comes back from a power cut, and so may sign in by itself
     */
    public List<Effect> boot(boolean padAtHand, boolean afterPowerCut) {
        memory().recover();
        if (afterPowerCut && !padAtHand) {
            freeze();
        } else if (afterPowerCut) {
            toPad(new PadCommand.Reset());
        }
        idle();
        if (afterPowerCut
                && memory().state() == TerminalState.LOADED
                && policies().flag("autoSignIn")) {
            begin(Task.SIGN_IN, true);
        }
        return taken();
    }

    /** What follows from this input; the list is the caller's. */
    public List<Effect> on(Input input) {
        if (input instanceof Input.PadGone) {
            padAnswersToIgnore = 0;
            freeze();
        } else if (input instanceof Input.Pad pad && pad.reply() instanceof PadReply.Answer && padAnswersToIgnore > 0) {
            padAnswersToIgnore--;
            return taken();
        }
        if (input instanceof Input.Time) {
            padAnswersToIgnore = 0;
        }
        Work current = work;
        if (current != null) {
            inWork(current, input);
        } else {
            atRest(input);
        }
        return taken();
    }

    public TerminalState state() {
        return memory().state();
    }

    private void inWork(Work current, Input input) {
        if (input instanceof Input.LineOpened) {
            current.lineOpen(true);
        } else if (input instanceof Input.LineDown) {
            current.lineOpen(false);
        }
        Stage now = stage;
        if (now != null) {
            advance(current, now.on(current, input));
        }
    }

    private void atRest(Input input) {
        if (input instanceof Input.Choose choose) {
            Task.chosenBy(choose.entry()).ifPresentOrElse(this::chosen, this::notOffered);
        } else if (input instanceof Input.Time || input instanceof Input.PadGone) {
            idle();
        } else if (input instanceof Input.Frame) {
            emit(new TerminalEvents.LineTrouble("an answer that nobody waits for"));
        }
    }

    private void chosen(Task kind) {
        if (!bench.setup().recipes().containsKey(kind)) {
            notOffered();
        } else if (signInDemanded && kind.trade() && memory().state() == TerminalState.SIGNED_IN) {
            waiting = kind;
            begin(Task.SIGN_IN, true);
        } else {
            begin(kind, false);
        }
    }

    private void notOffered() {
        show(Text.NOT_ALLOWED, "");
        idle();
    }

    private void begin(Task kind, boolean byItself) {
        int number = kind.counted() ? bench.numbers().next() : 0;
        if (kind.counted()) {
            emit(new TerminalEvents.Began(number, kind.english(), byItself));
        }
        Work begun = new Work(bench, kind, number, operator);
        Rights.Refusal refusal = Rights.refusal(kind, operator, memory(), policies());
        work = begun;
        if (refusal != null) {
            begun.showCause(refusal.text(), refusal.cause());
            finish(begun, new Step.End(Verdict.REFUSED, ""));
        } else {
            recipe = bench.setup().recipes().getOrDefault(kind, List.of());
            position = -1;
            advance(begun, Step.NEXT);
        }
    }

    private void advance(Work current, Step first) {
        Step step = first;
        while (step instanceof Step.Next) {
            effects.add(new Effect.StopTimer());
            position++;
            if (position == recipe.size()) {
                step = Step.end(Verdict.APPROVED);
            } else {
                Stage next = recipe.get(position).get();
                stage = next;
                step = next.enter(current);
            }
        }
        if (step instanceof Step.End end) {
            effects.add(new Effect.StopTimer());
            finish(current, end);
        }
    }

    private void finish(Work ended, Step.End end) {
        work = null;
        stage = null;
        operator = ended.operator();
        signInDemanded = ended.signInDemanded() || (signInDemanded && ended.kind() != Task.SIGN_IN);
        ended.padAtEnd().forEach(this::toPad);
        if (ended.dialled()) {
            effects.add(new Effect.HangUp());
        }
        if (ended.kind().counted()) {
            emit(new TerminalEvents.Ended(ended.number(), end.verdict().english(), end.code()));
        }
        Task next = waiting;
        if (next != null) {
            waiting = null;
            begin(next, false);
        } else {
            rest();
        }
    }

    /** Leaves the result on the display for as long as the policy says, then shows that the terminal is idle. */
    private void rest() {
        long millis = policies().millis("resultDuration");
        if (millis > 0) {
            effects.add(new Effect.StartTimer(millis));
        } else {
            idle();
        }
    }

    /** A command whose answer nobody waits for. */
    private void toPad(PadCommand command) {
        effects.add(new Effect.PadSend(command));
        padAnswersToIgnore++;
    }

    private void freeze() {
        if (memory().masterKey().status() == MasterKey.Status.ACTIVE) {
            memory().keyStatus(MasterKey.Status.FROZEN, "pad plug out");
        }
    }

    private void idle() {
        switch (memory().state()) {
            case UNLOADED -> show(Text.NO_MASTER_KEY, "");
            case LOADED, SETTLED -> show(Text.PLEASE_SIGN_IN, "");
            case SIGNED_IN -> show(Text.READY, "");
            case SIGNED_OFF -> show(Text.SIGNED_OFF, "");
            case FROZEN -> show(Text.LOCKED, "FROZEN");
            case LOCKED -> show(Text.LOCKED, "");
        }
    }

    private void show(Text text, String cause) {
        effects.add(new Effect.Show(text, List.of(), cause));
    }

    private void emit(TraceEvent event) {
        effects.add(new Effect.Emit(event));
    }

    private Memory memory() {
        return bench.memory();
    }

    private TerminalPolicies policies() {
        return bench.setup().policies();
    }

    private List<Effect> taken() {
        List<Effect> all = effects;
        effects = new ArrayList<>();
        return all;
    }
}
