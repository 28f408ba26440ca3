package dev.counterfoil.stage;

import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.protocol.injection.ProgramFile;
import dev.counterfoil.terminal.keys.ProgramSigning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The files that a step lists, as a downloader gives them. */
final class FilesToLoad {
    private static final String NEXT_VERSION = "2.0";
    private static final List<String> FOREIGN = List.of("signature of another bank", "他行签名文件");
    private static final List<ProgramFile> PROGRAMS = List.of(
            new ProgramFile(ProgramFile.Name.MASTER_CONTROL, NEXT_VERSION),
            new ProgramFile(ProgramFile.Name.BANK_CARD, NEXT_VERSION),
            new ProgramFile(ProgramFile.Name.CONVENIENCE_PAYMENT, NEXT_VERSION));

    private static final String KNOWN = Arrays.stream(ProgramFile.Name.values())
            .map(ProgramFile.Name::english)
            .collect(Collectors.joining(", "));

    private FilesToLoad() {}

    /**
     * The text of the files, in the order of their names.
     *
     * @param list names in either language, a comma between them
     * @throws EstateProblem for a name that no file has
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
                .orElseThrow(() -> new EstateProblem(
                        "no program file is called \"" + wording + "\"; there are " + KNOWN + ", " + FOREIGN.get(0)));
        return PROGRAMS.stream()
                .filter(program -> program.name() == name)
                .findFirst()
                .orElseGet(() -> ProgramSigning.sign(PROGRAMS, true));
    }
}
