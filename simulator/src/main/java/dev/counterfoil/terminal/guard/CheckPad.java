package dev.counterfoil.terminal.guard;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.MasterKey.Status;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.keys.ProveMasterKey;
import dev.counterfoil.terminal.stage.PadStage;

/**
 * Asks the pad which terminal it belongs to. A pad of another one stays blocked when it was only plugged in; at
 * power-on it is told where it is, which wipes its keys, and the terminal's own is lost. A pad that cannot say is left
 * to the proof of the master key.
 */
public final class CheckPad extends PadStage {
    private final boolean powerOn;

    private CheckPad(boolean powerOn) {
        this.powerOn = powerOn;
    }

    public static CheckPad atPowerOn() {
        return new CheckPad(true);
    }

    public static CheckPad pluggedIn() {
        return new CheckPad(false);
    }

    @Override
    public Step enter(Work work) {
        work.show(powerOn ? Text.STARTING : Text.PROCESSING);
        if (powerOn) {
            work.timer("padSilence");
            return Step.STAY;
        }
        return askPairing(work);
    }

    /** Nothing was asked yet: an answer is one to a command from before the power cut. */
    @Override
    protected Step heard(Work work, Input input) {
        return powerOn && input instanceof Input.Time ? askPairing(work) : Step.STAY;
    }

    private Step askPairing(Work work) {
        String own = work.setup().identity().serialNumber();
        return ask(
                work,
                new PadCommand.ReadPairing(),
                answer -> !answer.good() || answer.text().equals(own) ? Step.NEXT : foreign(work, answer.text()));
    }

    private Step foreign(Work work, String pairing) {
        work.show(Text.FOREIGN_PAD, pairing);
        if (!powerOn) {
            return Step.end(Verdict.REFUSED);
        }
        String own = work.setup().identity().serialNumber();
        return ask(work, new PadCommand.Reactivate(own), answer -> lost(work));
    }

    private static Step lost(Work work) {
        boolean hadKey = work.memory().masterKey().status() != Status.EMPTY;
        return hadKey ? ProveMasterKey.lost(work, "pad of another terminal") : Step.end(Verdict.REFUSED);
    }

    @Override
    protected Step padFailed(Work work) {
        return Step.NEXT;
    }
}
