package dev.counterfoil.scenarios;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.reports.coverage.Coverage;
import dev.counterfoil.reports.model.Mode;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.RunReport.InputFile;
import dev.counterfoil.scenarios.feature.BadInput;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.feature.Selection;
import dev.counterfoil.scenarios.feature.StepCheck;
import dev.counterfoil.scenarios.play.ConsoleOperator;
import dev.counterfoil.scenarios.play.EstateFiles;
import dev.counterfoil.scenarios.play.LiveWorkshop;
import dev.counterfoil.scenarios.play.NobodyAsked;
import dev.counterfoil.scenarios.play.Operator;
import dev.counterfoil.scenarios.play.VirtualSurroundings;
import dev.counterfoil.scenarios.play.WorldWorkshop;
import dev.counterfoil.scenarios.report.Inputs;
import dev.counterfoil.scenarios.report.Promises;
import dev.counterfoil.scenarios.report.Rerun;
import dev.counterfoil.scenarios.report.Story;
import dev.counterfoil.scenarios.run.Run;
import dev.counterfoil.scenarios.run.RunResult;
import dev.counterfoil.scenarios.run.UserGlue;
import dev.counterfoil.scenarios.run.Verdict;
import dev.counterfoil.scenarios.run.Workshop;
import dev.counterfoil.verb.Abandoned;
import dev.counterfoil.verb.Row;
import dev.counterfoil.verb.grammar.Expression;
import java.io.PrintWriter;
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
            "Exit status: 0 all passed or skipped, 1 a failure, an inconclusive scenario or,",
            "where all features that come along are played, a promised behaviour not shown,",
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

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of the run, or \"random\" to draw one. Default: ${DEFAULT-VALUE}.")
    private String seed = "20260316";

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

    @Option(names = "--live", description = "Play in real time, with the real devices that the estate names.")
    private boolean live;

    @Option(
            names = "--auto-operator",
            description = "Live: nobody is at the console; what only an operator can do is inconclusive.")
    private boolean autoOperator;

    @Option(names = "--trace", description = "Also write every event to trace.ndjson.")
    private boolean trace;

    @Override
    public Integer call() {
        if (parallel < 1) {
            throw new BadInput("--parallel must be at least 1");
        }
        long runSeed = runSeed();
        List<Scenario> scenarios = Selection.scenarios(paths, tags, runSeed);
        if (scenarios.isEmpty() && !tags.isEmpty()) {
            throw new BadInput("--tags: no scenario is tagged " + tags);
        }
        EstateFiles files = new EstateFiles();
        Estate described = EstateFile.read(estate, files);
        Map<Expression, Row> wordings = StepCheck.wordings(scenarios, glue != null, described);
        UserGlue userGlue = glue == null ? null : UserGlue.open(glue);
        Console console = new Console(out());
        Rerun rerun = new Rerun(runSeed, options());
        try (ReportFolder folder = ReportFolder.at(report, trace)) {
            console.begin(runSeed, estate == null ? "built-in" : estate.toString());
            Story story = new Story(described, rerun, live ? Mode.LIVE : Mode.VIRTUAL, folder.trace());
            int workers = live ? 1 : parallel;
            Stopwatch watch = Stopwatch.started(workers, live);
            RunResult result = Run.play(
                    scenarios,
                    wordings,
                    userGlue,
                    workers,
                    strict,
                    workshops(described, story, files),
                    ended -> console.ended(ended, story.ended(ended)));
            boolean whole = paths.isEmpty() && tags.isEmpty();
            RunReport told = story.told(
                    result, whole, Main.version(), Main.commit(), rerun.of(selection()), inputs(files), watch::stopped);
            Path page = folder.write(told);
            List<String> missing = whole ? missing(told) : List.of();
            console.end(result, page, missing, rerun);
            return status(result, missing);
        }
    }

    private long runSeed() {
        if (seed.equals("random")) {
            return new SecureRandom().nextInt(1_000_000_000);
        }
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException e) {
            throw new BadInput("--seed: expected a whole number or \"random\", found '" + seed + "'");
        }
    }

    private static List<String> missing(RunReport told) {
        return Coverage.of(told).missing().stream()
                .map(row -> row.behaviour().id() + " (" + row.why() + "): "
                        + row.behaviour().text())
                .toList();
    }

    /** What decides how a scenario goes, beside its seed. */
    private List<String> options() {
        List<String> options = new ArrayList<>();
        if (estate != null) {
            options.addAll(List.of("--estate", estate.toString()));
        }
        if (glue != null) {
            options.addAll(List.of("--glue", glue.toString()));
        }
        flag(strict, "--strict", options);
        flag(live, "--live", options);
        flag(autoOperator, "--auto-operator", options);
        return options;
    }

    private static void flag(boolean set, String name, List<String> options) {
        if (set) {
            options.add(name);
        }
    }

    /** What decides which scenarios are played. */
    private String[] selection() {
        List<String> selection = new ArrayList<>(paths);
        if (!tags.isEmpty()) {
            selection.addAll(List.of("--tags", tags));
        }
        return selection.toArray(String[]::new);
    }

    private List<InputFile> inputs(EstateFiles files) {
        return estate == null
                ? Inputs.of("built-in", EstateReader.bundledText(), files.read(), paths)
                : Inputs.of(estate.toString(), EstateFile.text(estate), files.read(), paths);
    }

    private Supplier<Workshop> workshops(Estate described, Story story, EstateFiles files) {
        if (live) {
            Operator operator = autoOperator ? new NobodyAsked() : ConsoleOperator.atTerminal(out());
            return () -> new LiveWorkshop(described, operator, Promises::withoutScenario, files, story);
        }
        VirtualSurroundings surroundings = new VirtualSurroundings(Promises::withoutScenario, files);
        return () -> new WorldWorkshop(described, surroundings, story);
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("the command was not called from a command line");
        }
        return spec.commandLine().getOut();
    }

    private int status(RunResult result, List<String> missing) {
        if (result.count(Verdict.NOT_RUN) > 0) {
            return Main.BAD_INPUT;
        }
        if (result.count(Verdict.FAIL) + result.count(Verdict.INCONCLUSIVE) + missing.size() > 0) {
            return Main.PROBLEM;
        }
        boolean absent =
                result.scenarios().stream().anyMatch(scenario -> scenario.abandoned() == Abandoned.Cause.DEVICE_ABSENT);
        return requireHardware && absent ? HARDWARE_ABSENT : 0;
    }
}
