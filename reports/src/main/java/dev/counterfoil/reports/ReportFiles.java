package dev.counterfoil.reports;

import dev.counterfoil.reports.export.JUnitXml;
import dev.counterfoil.reports.export.Ndjson;
import dev.counterfoil.reports.markup.Masking;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.RunReport.SideFile;
import dev.counterfoil.reports.page.HtmlReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes every file of a run's report into a directory. UTF-8 throughout. */
public final class ReportFiles {
    /** The page. */
    public static final String PAGE = "index.html";
    /** JUnit XML. */
    public static final String JUNIT = "junit.xml";
    /** One JSON object a line. */
    public static final String NDJSON = "report.ndjson";

    private ReportFiles() {}

    /**
     * Writes the page, JUnit XML, NDJSON and the diagrams that do not fit into the page. The directory is made when
     * it is not there; files of the same names are replaced.
     *
     * @return the page
     * @throws IOException if a file cannot be written
     */
    public static Path write(RunReport run, Path directory) throws IOException {
        Files.createDirectories(directory);
        RunReport named = withOwnFiles(run);
        Masking masking = Masking.of(named);
        HtmlReport report = HtmlReport.of(named, masking);
        Path page = directory.resolve(PAGE);
        try (Writer out = Files.newBufferedWriter(page)) {
            report.write(out);
        }
        for (Map.Entry<String, String> side : report.sidePages().entrySet()) {
            Path file = directory.resolve(side.getKey());
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, side.getValue());
        }
        try (Writer out = Files.newBufferedWriter(directory.resolve(JUNIT))) {
            JUnitXml.write(named, masking, out);
        }
        try (Writer out = Files.newBufferedWriter(directory.resolve(NDJSON))) {
            Ndjson.write(named, masking, out);
        }
        return page;
    }

    private static RunReport withOwnFiles(RunReport run) {
        List<SideFile> files = new ArrayList<>();
        files.add(new SideFile(NDJSON, "every scenario; messages, keys and findings of those in full"));
        files.add(new SideFile(JUNIT, "for build servers"));
        files.addAll(run.sideFiles());
        return new RunReport(
                run.identity(),
                run.surroundings(),
                run.catalogue(),
                run.scenarios(),
                run.actors(),
                run.invariants(),
                run.charts(),
                run.inputs(),
                files);
    }
}
