package dev.counterfoil.terminal.keys;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.injection.ProgramFile;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.protocol.panel.Tone;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Prompt;
import java.util.List;

/**
 * Takes the files of a downloader, in the order in which they come. A program that no signature before it vouches for
 * ends the load, and the old programs stay; programs that come out of their order run, and cost the master key.
 */
public final class LoadPrograms extends Prompt {
    private static final List<ProgramFile.Name> ORDER = List.of(ProgramFile.Name.values());

    public LoadPrograms() {
        super(0);
    }

    @Override
    protected void ask(Work work) {
        work.show(Text.CONNECT_DOWNLOADER);
    }

    @Override
    protected Step entered(Work work, String digits) {
        return Step.STAY;
    }

    @Override
    protected Step scanned(Work work, String text) {
        List<ProgramFile> files;
        try {
            files = ProgramFile.read(text);
        } catch (Malformed e) {
            return refused(work, "?");
        }
        ProgramFile signature = null;
        String misplaced = "";
        for (int i = 0; i < files.size(); i++) {
            ProgramFile file = files.get(i);
            boolean isSignature = file.name() == ProgramFile.Name.SIGNATURE;
            if (!isSignature && (signature == null || !ProgramSigning.signed(signature, file))) {
                return refused(work, file.name().english());
            }
            signature = isSignature ? file : signature;
            boolean inPlace = i < ORDER.size() && ORDER.get(i) == file.name();
            misplaced = misplaced.isEmpty() && !inPlace ? file.name().english() : misplaced;
        }
        boolean whole = files.size() == ORDER.size();
        return whole ? loaded(work, files.get(1).body(), misplaced) : refused(work, "?");
    }

    private static Step refused(Work work, String file) {
        work.show(Text.NOT_SIGNED, file);
        work.sound(Tone.ERROR);
        return Step.end(Verdict.REFUSED);
    }

    private static Step loaded(Work work, String version, String misplaced) {
        work.memory().newPrograms(new Programs(version, misplaced));
        if (misplaced.isEmpty()) {
            work.show(Text.PROGRAMS_LOADED);
            work.sound(Tone.CONFIRMING);
        } else {
            work.show(Text.OUT_OF_ORDER, misplaced);
            work.sound(Tone.ERROR);
        }
        return Step.end(Verdict.APPROVED);
    }
}
