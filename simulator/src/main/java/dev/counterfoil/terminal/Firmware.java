package dev.counterfoil.terminal;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.store.Store;
import dev.counterfoil.terminal.guard.Lock;
import dev.counterfoil.terminal.guard.Plug;
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
    /** What a terminal calls itself on the port beside the pad's. */
    private static final String OTHER_PORT = " AUX";

    private final Work.Bench bench;
    private List<Effect> effects = List.of();
    private @Nullable Task waiting;
    private @Nullable String operator;
    private boolean signInDemanded;
    private int padAnswersToIgnore;
    private boolean padWasGone;
    private boolean padCheckDue;
    private @Nullable Work work;
    private List<Supplier<Stage>> recipe = List.of();
    private int position;
    private @Nullable Stage stage;

    /** @param numbers of this terminal; the same after every power cut */
    public Firmware(Setup setup, Store store, Numbers numbers) {
        Consumer<Effect> out = this::out;
        bench = new Work.Bench(setup, new Memory(store, numbers, out), numbers, out);
        String first = setup.policies().text("operatorAtStart");
        operator = first.equals("none") ? null : first;
    }

    /**
     * Starts up.
     *
     * @param pad where the pad's plug is
     * @param afterPowerCut whether the terminal comes back from a power cut, and so may sign in by itself
     */
    public List<Effect> boot(Plug pad, boolean afterPowerCut) {
        memory().recover();
        if (!afterPowerCut) {
            idle();
        } else if (pad == Plug.IN) {
            toPad(new PadCommand.Reset());
            if (memory().settings().lock() == Lock.CASE_OPENED) {
                toPad(new PadCommand.EraseKeys(PadCommand.Erasure.ATTACK));
            }
            begin(Task.POWER_ON, true);
        } else {
            padMissing(pad);
            started();
        }
        return taken();
    }

    /** A pad beside its port hears a name that is not its terminal's; without it the key is of no use either. */
    private void padMissing(Plug pad) {
        padWasGone = true;
        if (pad == Plug.OUT) {
            freeze();
            return;
        }
        out(new Effect.OtherPortSend(
                new PadCommand.Reactivate(bench.setup().identity().serialNumber() + OTHER_PORT)));
        if (memory().masterKey().status() != MasterKey.Status.EMPTY) {
            memory().keyStatus(MasterKey.Status.LOST, "pad on the wrong port");
            show(Text.MASTER_KEY_ERROR, "LOST");
        }
    }

    /** What a terminal does by itself when its power is back. */
    private void started() {
        idle();
        if (!memory().settings().seal().told()) {
            begin(Task.TAMPER_REPORT, true);
        } else if (memory().state() == TerminalState.LOADED && policies().flag("autoSignIn")) {
            begin(Task.SIGN_IN, true);
        }
    }

    /** The guard circuit's last act: it works on the backup battery, with the power on or off. */
    public List<Effect> caseOpened() {
        memory().lock(Lock.CASE_OPENED, "case opened");
        out(new Effect.PadSend(new PadCommand.EraseKeys(PadCommand.Erasure.ATTACK)));
        return taken();
    }

    /** There is neither mains nor battery: what the terminal knew of its key is gone. */
    public List<Effect> batteryEmpty() {
        if (memory().masterKey().status() != MasterKey.Status.EMPTY) {
            memory().keyStatus(MasterKey.Status.LOST, "backup battery empty");
        }
        return taken();
    }

    /** The manufacturer has the terminal. */
    public List<Effect> factoryReset() {
        memory().factoryReset();
        return taken();
    }

    /** What follows from this input; the list is the caller's. */
    public List<Effect> on(Input input) {
        if (input instanceof Input.PadGone) {
            padAnswersToIgnore = 0;
            padWasGone = true;
            freeze();
        } else if (input instanceof Input.PadBack) {
            padCheckDue = padWasGone;
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
        } else if (padCheckDue) {
            checkPad();
        } else if (input instanceof Input.Time || input instanceof Input.PadGone) {
            idle();
        } else if (input instanceof Input.Frame) {
            emit(new TerminalEvents.LineTrouble("an answer that nobody waits for"));
        }
    }

    private void checkPad() {
        padCheckDue = false;
        begin(Task.CHECK_PAD, true);
    }

    private void chosen(Task kind) {
        if (!memory().settings().seal().told()) {
            waiting = kind;
            begin(Task.TAMPER_REPORT, true);
        } else if (!bench.setup().recipes().containsKey(kind)) {
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
            out(new Effect.StopTimer());
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
            out(new Effect.StopTimer());
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
            out(new Effect.HangUp());
        }
        if (ended.kind().counted()) {
            emit(new TerminalEvents.Ended(ended.number(), end.verdict().english(), end.code()));
        }
        Task next = waiting == null ? ended.following() : waiting;
        if (next != null) {
            waiting = null;
            begin(next, false);
        } else if (padCheckDue) {
            checkPad();
        } else if (ended.kind() == Task.POWER_ON) {
            started();
        } else {
            rest();
        }
    }

    /** Leaves the result on the display for as long as the policy says, then shows that the terminal is idle. */
    private void rest() {
        long millis = policies().millis("resultDuration");
        if (millis > 0) {
            out(new Effect.StartTimer(millis));
        } else {
            idle();
        }
    }

    /** A command whose answer nobody waits for. */
    private void toPad(PadCommand command) {
        out(new Effect.PadSend(command));
        padAnswersToIgnore++;
    }

    private void freeze() {
        if (memory().masterKey().status() == MasterKey.Status.ACTIVE) {
            memory().keyStatus(MasterKey.Status.FROZEN, "pad plug out");
        }
    }

    private void idle() {
        switch (memory().state()) {
            case UNLOADED -> show(Text.NO_MASTER_KEY, exhausted() ? "EXHAUSTED" : "");
            case LOADED, SETTLED -> show(Text.PLEASE_SIGN_IN, "");
            case SIGNED_IN -> show(Text.READY, "");
            case SIGNED_OFF -> show(Text.SIGNED_OFF, "");
            case FROZEN -> show(Text.LOCKED, "FROZEN");
            case LOCKED -> show(Text.LOCKED, memory().settings().lock().cause());
        }
    }

    private boolean exhausted() {
        return memory().masterKey().status() == MasterKey.Status.EXHAUSTED;
    }

    private void show(Text text, String cause) {
        out(new Effect.Show(text, List.of(), cause));
    }

    private void emit(TraceEvent event) {
        out(new Effect.Emit(event));
    }

    private Memory memory() {
        return bench.memory();
    }

    private TerminalPolicies policies() {
        return bench.setup().policies();
    }

    private List<Effect> taken() {
        List<Effect> all = effects;
        effects = List.of();
        return all;
    }

    private void out(Effect effect) {
        if (effects.isEmpty()) {
            effects = new ArrayList<>();
        }
        effects.add(effect);
    }
}
