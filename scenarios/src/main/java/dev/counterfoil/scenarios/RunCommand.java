package dev.counterfoil.scenarios;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.scenarios.feature.BadInput;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.feature.Selection;
import dev.counterfoil.scenarios.feature.StepCheck;
import dev.counterfoil.scenarios.play.VirtualSurroundings;
import dev.counterfoil.scenarios.play.WorldWorkshop;
import dev.counterfoil.scenarios.run.Run;
import dev.counterfoil.scenarios.run.RunResult;
import dev.counterfoil.scenarios.run.UserGlue;
import dev.counterfoil.scenarios.run.Verdict;
import dev.counterfoil.scenarios.run.Workshop;
import dev.counterfoil.verb.Abandoned;
import dev.counterfoil.verb.Row;
import dev.counterfoil.verb.grammar.Expression;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code counterfoil run}: plays feature files. */
@Command(
        name = "run",
        description = "Play feature files and report how each scenario ended.",
        footer = {
            "",
            "Exit status: 0 all passed or skipped, 1 a failure or an inconclusive scenario,",
            "2 bad input, 3 hardware required and absent."
        })
final class RunCommand implements Callable<Integer> {
    private static final int HARDWARE_ABSENT = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            description =
                    "Feature files, FILE:LINE for one scenario, or folders. Default: the features that come along.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--tags", paramLabel = "EXPRESSION", description = "Only scenarios with these tags.")
    private String tags = "";

    @Option(names = "--seed", paramLabel = "N", description = "The seed of the run. Default: a random one.")
    private @Nullable Long seed;

    @Option(names = "--estate", paramLabel = "FILE", description = "What exists. Default: the built-in estate.")
    private @Nullable Path estate;

    @Option(names = "--glue", paramLabel = "JAR", description = "Step definitions of your own (cucumber-java).")
    private @Nullable Path glue;

    @Option(names = "--report", paramLabel = "DIR", description = "Where the report goes. Default: ${DEFAULT-VALUE}.")
    private Path report = Path.of("counterfoil-report");

    @Option(names = "--parallel", paramLabel = "N", description = "Scenarios at a time. Default: one a processor.")
    private int parallel = Runtime.getRuntime().availableProcessors();

    @Option(names = "--strict", description = "A fault that never struck fails its scenario.")
    private boolean strict;

    @Option(names = "--require-hardware", description = "Exit with 3 if a scenario was skipped for want of a device.")
    private boolean requireHardware;

    @Override
    public Integer call() {
        if (parallel < 1) {
            throw new BadInput("--parallel must be at least 1");
        }
        long runSeed = seed != null ? seed : new SecureRandom().nextInt(1_000_000_000);
        List<Scenario> scenarios = Selection.scenarios(paths, tags, runSeed);
        Map<Expression, Row> wordings = StepCheck.wordings(scenarios, glue != null);
        UserGlue userGlue = glue == null ? null : UserGlue.open(glue);
        prepare(report);
        Console console = new Console(out());
        console.begin(runSeed, estate == null ? "built-in" : readable(estate).toString());
        RunResult result = Run.play(scenarios, wordings, userGlue, parallel, strict, workshops(), console::ended);
        console.end(result, runSeed);
        return status(result);
    }

    private Supplier<Workshop> workshops() {
        Estate described = described();
        VirtualSurroundings surroundings = new VirtualSurroundings(List::of);
        return () -> new WorldWorkshop(described, surroundings, played -> {});
    }

    private Estate described() {
        if (estate == null) {
            return EstateReader.bundled();
        }
        try {
            return EstateReader.parse(Files.readString(readable(estate)), estate.toString());
        } catch (EstateProblem e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new BadInput("--estate: cannot read " + estate, e);
        }
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("the command was not called from a command line");
        }
        return spec.commandLine().getOut();
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadInput("--estate: cannot read " + file);
        }
        return file;
    }

    private static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInput("--report: cannot make the folder " + folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw new BadInput("--report: cannot write to " + folder);
        }
    }

    private int status(RunResult result) {
        if (result.count(Verdict.NOT_RUN) > 0) {
            return Main.BAD_INPUT;
        }
        if (result.count(Verdict.FAIL) + result.count(Verdict.INCONCLUSIVE) > 0) {
            return Main.PROBLEM;
        }
        boolean absent =
                result.scenarios().stream().anyMatch(scenario -> scenario.abandoned() == Abandoned.Cause.DEVICE_ABSENT);
        return requireHardware && absent ? HARDWARE_ABSENT : 0;
    }
}
