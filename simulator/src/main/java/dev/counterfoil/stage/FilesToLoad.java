package dev.counterfoil.stage;

import dev.counterfoil.protocol.injection.ProgramFile;
import dev.counterfoil.terminal.keys.ProgramSigning;
import java.util.ArrayList;
import java.util.List;

/** The files that a step lists, as a downloader gives them. */
final class FilesToLoad {
    private static final String NEXT_VERSION = "2.0";
    private static final List<String> FOREIGN = List.of("signature of another bank", "他行签名文件");
    private static final List<ProgramFile> PROGRAMS = List.of(
            new ProgramFile(ProgramFile.Name.MASTER_CONTROL, NEXT_VERSION),
            new ProgramFile(ProgramFile.Name.BANK_CARD, NEXT_VERSION),
            new ProgramFile(ProgramFile.Name.CONVENIENCE_PAYMENT, NEXT_VERSION));

    private FilesToLoad() {}

    /**
     * The text of the files, in the order of their names.
     *
     * @param list names in either language, a comma between them
     * @throws IllegalArgumentException for a name that no file has
     */
    static String of(String list) {
        List<ProgramFile> files = new ArrayList<>();
        for (String name : list.split("[,，、] *", -1)) {
            files.add(FOREIGN.contains(name) ? ProgramSigning.sign(PROGRAMS, false) : named(name));
        }
        return ProgramFile.write(files);
    }

    private static ProgramFile named(String wording) {
        ProgramFile.Name name = ProgramFile.Name.worded(wording)
                .orElseThrow(() -> new IllegalArgumentException("no program file is called \"" + wording + "\""));
        return PROGRAMS.stream()
                .filter(program -> program.name() == name)
                .findFirst()
                .orElseGet(() -> ProgramSigning.sign(PROGRAMS, true));
    }
}
