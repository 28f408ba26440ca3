package dev.counterfoil.scenarios;

import dev.counterfoil.scenarios.feature.BadInput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: finds the command, runs it, and tells problems in one line unless asked for more. */
@Command(
        name = "counterfoil",
        description = "Simulator and test bench for card acquiring.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private static final Map<String, Class<?>> COMMANDS = commands();

    static final int PROBLEM = 1;
    static final int BAD_INPUT = 2;

    @Option(names = "--debug", description = "Show stack traces.", scope = ScopeType.INHERIT)
    private boolean debug;

    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int status = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /**
     * Runs a command.
     *
     * @return the exit status
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        // looking into a command's options takes time, so only the one that is called is looked into
        Class<?> called = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (called != null) {
            line.addSubcommand(called);
        } else {
            COMMANDS.values().forEach(line::addSubcommand);
        }
        line.setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((problem, arguments) -> {
                    err.println("counterfoil: " + problem.getMessage());
                    err.println(
                            "Try '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
                    return BAD_INPUT;
                })
                .setExecutionExceptionHandler((problem, command, parsed) -> main.tell(problem, err));
        return args.length == 0 ? withoutCommand(line, err) : line.execute(args);
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand.class);
        commands.put("decode", DecodeCommand.class);
        commands.put("ports", PortsCommand.class);
        commands.put("serve", ServeCommand.class);
        commands.put("pad", PadCommand.class);
        commands.put("translate", TranslateCommand.class);
        commands.put("steps", StepsCommand.class);
        commands.put("policies", PoliciesCommand.class);
        return commands;
    }

    private static int withoutCommand(CommandLine line, PrintWriter err) {
        line.usage(err);
        return BAD_INPUT;
    }

    private int tell(Exception problem, PrintWriter err) {
        boolean bad = problem instanceof BadInput;
        err.println("counterfoil: " + (bad ? problem.getMessage() : "internal error: " + problem));
        if (debug) {
            problem.printStackTrace(err);
        } else if (!bad) {
            err.println("Run it again with --debug to see where.");
        }
        return bad ? BAD_INPUT : PROBLEM;
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** What the jar's manifest names as version, and behind a plus sign the commit that it was built from. */
    private static String[] built() {
        String built = Main.class.getPackage().getImplementationVersion();
        return (built == null ? "unreleased+unknown" : built).split("\\+", 2);
    }

    /** The version of the product. */
    static String version() {
        return built()[0];
    }

    /** The commit that it was built from, with {@code -dirty} where that was not all; or {@code unknown}. */
    static String commit() {
        String[] built = built();
        return built.length > 1 ? built[1] : "unknown";
    }

    /** Tells the version. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"counterfoil " + version() + ", commit " + commit()};
        }
    }
}
