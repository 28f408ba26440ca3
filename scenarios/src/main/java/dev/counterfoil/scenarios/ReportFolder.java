package dev.counterfoil.scenarios;

import dev.counterfoil.reports.ReportFiles;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.scenarios.feature.BadInput;
import dev.counterfoil.scenarios.play.PlayedScenario;
import dev.counterfoil.scenarios.report.TraceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the report goes. What cannot be written is told as bad input, for the folder was named by the user. */
final class ReportFolder implements AutoCloseable {
    private final Path folder;
    private final @Nullable TraceFile trace;

    private ReportFolder(Path folder, @Nullable TraceFile trace) {
        this.folder = folder;
        this.trace = trace;
    }

    /**
     * Makes the folder and sees that it can be written.
     *
     * @param traced whether every event is to be written too
     * @throws BadInput if it cannot
     */
    static ReportFolder at(Path folder, boolean traced) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInput("--report: cannot make the folder " + folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw new BadInput("--report: cannot write to " + folder);
        }
        try {
            return new ReportFolder(folder, traced ? TraceFile.in(folder) : null);
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    /** Takes the events of each scenario. */
    Consumer<PlayedScenario> trace() {
        TraceFile file = trace;
        return file == null ? played -> {} : file;
    }

    /** Writes the report and returns its page. */
    Path write(RunReport report) {
        try {
            return ReportFiles.write(report, folder);
        } catch (IOException | UncheckedIOException e) {
            throw cannotWrite(folder, e);
        }
    }

    @Override
    public void close() {
        TraceFile file = trace;
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw cannotWrite(folder, e);
            }
        }
    }

    private static BadInput cannotWrite(Path folder, Exception cause) {
        return new BadInput("--report: cannot write to " + folder + ": " + cause.getMessage(), cause);
    }
}
