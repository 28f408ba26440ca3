package dev.counterfoil.scenarios;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.scenarios.feature.BadInput;
import dev.counterfoil.scenarios.live.HostService;
import dev.counterfoil.scenarios.play.EstateFiles;
import dev.counterfoil.wire.Port;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code counterfoil serve}: the host of an estate on a socket, for somebody else's terminal. */
@Command(
        name = "serve",
        description = "Serve the acquirer's host on a socket, for a terminal of your own.",
        footer = {
            "",
            "When it listens it prints one line: ready acquirer=PORT.",
            "A message that it refuses is a line on the error output.",
            "It ends on SIGINT or SIGTERM, and what it has booked ends with it."
        })
final class ServeCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--estate", paramLabel = "FILE", description = "What exists. Default: the built-in estate.")
    private @Nullable Path estate;

    @Option(names = "--acquirer-port", paramLabel = "P", description = "Port of the host. Default: 0, a free one.")
    private int acquirerPort;

    @Option(names = "--hsm-port", paramLabel = "P", description = "Port of the HSM. Accepted, and not served yet.")
    private @Nullable Integer hsmPort;

    @Option(names = "--http-port", paramLabel = "P", description = "Port of a browser view. Accepted, not served yet.")
    private @Nullable Integer httpPort;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Where to listen. Default: ${DEFAULT-VALUE}.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "All keys and numbers follow from it, and the clock starts as the estate says: for tests only.")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        requirePort("--acquirer-port", acquirerPort);
        requirePort("--hsm-port", hsmPort);
        requirePort("--http-port", httpPort);
        Estate described = EstateFile.read(estate, new EstateFiles());
        HostService service = open(described);
        PrintWriter out = out();
        tellSettings(out, described, service);
        out.println("ready acquirer=" + service.port());
        out.flush();
        service.serve(() -> {
            out.println("stopped");
            out.flush();
        });
        return 0;
    }

    private HostService open(Estate described) {
        Long given = seed;
        LocalDateTime start = given == null ? LocalDateTime.now(described.zone()) : described.start();
        long drawn = given == null ? new SecureRandom().nextLong() : given;
        try {
            return new HostService(described, drawn, start, bind, acquirerPort, this::refused);
        } catch (Port.PortFailure | EstateProblem e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    /** On the error output: whoever waits for the ready line need not read on. */
    private void refused(String line) {
        if (spec != null) {
            spec.commandLine().getErr().println(line);
            spec.commandLine().getErr().flush();
        }
    }

    private void tellSettings(PrintWriter out, Estate described, HostService service) {
        out.println("estate " + described.name());
        if (seed != null) {
            out.println("TEST KEYS: all keys follow from seed " + seed + " and the estate");
        }
        service.keys().forEach(out::println);
        List<String> left = new ArrayList<>();
        if (hsmPort != null) {
            left.add("--hsm-port");
        }
        if (httpPort != null) {
            left.add("--http-port");
        }
        if (!left.isEmpty()) {
            out.println("not served by this version: " + String.join(", ", left));
        }
    }

    private static void requirePort(String option, @Nullable Integer port) {
        if (port != null && (port < 0 || port > HIGHEST_PORT)) {
            throw new BadInput(option + " must be 0 to " + HIGHEST_PORT + ", not " + port);
        }
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("the command was not called from a command line");
        }
        return spec.commandLine().getOut();
    }
}
