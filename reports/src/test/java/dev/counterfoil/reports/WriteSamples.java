package dev.counterfoil.reports;

import dev.counterfoil.reports.model.Verdict;
import java.nio.file.Path;

/** Writes sample reports into a directory, to be looked at in a browser. */
final class WriteSamples {
    private WriteSamples() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        ReportFiles.write(Runs.typical(), directory.resolve("typical"));
        ReportFiles.write(Runs.of(57, 1, Verdict.PASS), directory.resolve("plain"));
        ReportFiles.write(Runs.of(3, 1, Verdict.PASS), directory.resolve("three"));
        ReportFiles.write(Runs.of(300, 1, Verdict.PASS), directory.resolve("many"));
        ReportFiles.write(Runs.of(12, 0, Verdict.PASS), directory.resolve("green"));
        ReportFiles.write(Runs.of(24, 12, Verdict.PASS), directory.resolve("ten"));
        ReportFiles.write(Runs.of(5, 0, Verdict.SKIPPED), directory.resolve("skipped"));
        String hostile = "<b>\"a\"</b> & 'c' 冲正 " + "x".repeat(200);
        ReportFiles.write(
                Runs.run(Runs.of(3, 1, Verdict.PASS).scenarios().stream()
                        .map(s -> Runs.named(s, hostile))
                        .toList()),
                directory.resolve("hostile"));
        ReportFiles.write(Runs.of(0, 0, Verdict.PASS), directory.resolve("none"));
    }
}
