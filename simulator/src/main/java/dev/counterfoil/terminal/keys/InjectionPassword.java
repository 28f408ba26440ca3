package dev.counterfoil.terminal.keys;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;

/** Has the pad ask for the password that opens its injection cable; however it ends, the cable is closed again. */
public final class InjectionPassword extends PasswordOnPad {
    @Override
    protected PadCommand command(int timeoutSeconds) {
        return new PadCommand.StartInjection(timeoutSeconds);
    }

    @Override
    protected Step checked(Work work, int statusWord) {
        work.padAtEnd(new PadCommand.EndDownload());
        if (statusWord == GOOD) {
            return Step.NEXT;
        }
        work.show(Text.WRONG_PASSWORD);
        return Step.end(Verdict.REFUSED);
    }
}
