package dev.counterfoil.terminal.keys;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.protocol.padlink.CipherMode;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.MasterKey.Status;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.guard.Lock;
import dev.counterfoil.terminal.stage.PadStage;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has the pad encipher zeros under its master key and compares with the check value in the terminal: equal, the key is
 * the one that was loaded; different or gone, it is lost.
 */
public final class ProveMasterKey extends PadStage {
    private static final int DES_BLOCK = 8;
    private static final int SM4_BLOCK = 16;
    private static final int CHECK_VALUE_BYTES = 4;
    private static final Set<PadResult> NO_KEY = EnumSet.of(PadResult.NO_TMK, PadResult.NO_KEY, PadResult.NO_IMK);

    @Override
    public Step enter(Work work) {
        return prove(work, DES_BLOCK);
    }

    private Step prove(Work work, int blockBytes) {
        PadCommand zeros = new PadCommand.Cipher(PadSlot.MASTER_KEY, CipherMode.ECB_ENCRYPT, new byte[blockBytes]);
        return ask(
                work,
                zeros,
                answer -> answer.result() == PadResult.ILLEGAL && blockBytes == DES_BLOCK
                        ? prove(work, SM4_BLOCK)
                        : judged(work, answer));
    }

    private Step judged(Work work, PadReply.Answer answer) {
        Step refused = refused(work, answer);
        if (refused != null) {
            return refused;
        } else if (!answer.good()) {
            return padFailed(work);
        }
        String own = Hex.of(answer.hex(), 0, CHECK_VALUE_BYTES);
        return own.equals(work.memory().masterKey().checkValue()) ? Step.NEXT : lost(work, "another check value");
    }

    /** The end when the pad's answer says that it has no key or may not use it; else null. */
    static @Nullable Step refused(Work work, PadReply.Answer answer) {
        if (NO_KEY.contains(answer.result())) {
            return lost(work, "no master key in the pad");
        } else if (answer.result() == PadResult.REMOVAL) {
            work.memory().lock(Lock.PAD_OPENED, "pad opened");
            work.showCause(Text.MASTER_KEY_ERROR, Lock.PAD_OPENED.cause());
            return Step.end(Verdict.REFUSED);
        } else if (answer.result() == PadResult.LOCKED) {
            work.showCause(Text.MASTER_KEY_ERROR, "FROZEN");
            return Step.end(Verdict.REFUSED);
        }
        return null;
    }

    /** The key is gone for good. */
    public static Step lost(Work work, String reason) {
        work.memory().keyStatus(Status.LOST, reason);
        work.showCause(Text.MASTER_KEY_ERROR, "LOST");
        return Step.end(Verdict.REFUSED);
    }
}
