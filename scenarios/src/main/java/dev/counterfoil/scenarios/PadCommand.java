package dev.counterfoil.scenarios;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.scenarios.feature.BadInput;
import dev.counterfoil.scenarios.live.PadPerson;
import dev.counterfoil.scenarios.live.PadService;
import dev.counterfoil.scenarios.play.EstateFiles;
import dev.counterfoil.wire.Port;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code counterfoil pad}: the simulated PIN pad of a terminal behind a port, where a real one would be. */
@Command(
        name = "pad",
        description = "Be the PIN pad of a terminal, at the far end of a line.",
        footer = {
            "",
            "When the line is open it prints one line: ready pad=ADDRESS, which is what pad-attach takes.",
            "Every time that somebody opens a pty or a socket, a fresh pad is at its end."
        })
final class PadCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "ADDRESS",
            required = true,
            description = "pty (makes one), listen:PORT (a loopback socket), serial:DEVICE?baud=N or tcp:HOST:PORT.")
    private String address = "";

    @Option(names = "--terminal", paramLabel = "T", description = "Whose pad it is. Default: ${DEFAULT-VALUE}.")
    private String terminal = "T1";

    @Option(names = "--estate", paramLabel = "FILE", description = "What exists, and the keys that are in the pad.")
    private @Nullable Path estate;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "unloaded, loaded or signed-in. Default: the estate's.")
    private @Nullable String state;

    @Option(names = "--seed", paramLabel = "N", description = "Of the pad's random numbers. Default: a random one.")
    private @Nullable Long seed;

    @Option(names = "--manual", description = "Show the pad's display, and type its keys at the console.")
    private boolean manual;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command was not called from a command line");
        }
        PrintWriter out = spec.commandLine().getOut();
        PadService service = open(EstateFile.read(estate, new EstateFiles()));
        out.println("ready pad=" + service.address());
        out.flush();
        try {
            service.serve(manual ? PadPerson.atTerminal(out) : null, () -> {
                out.println("stopped");
                out.flush();
            });
        } catch (Port.PortFailure e) {
            throw new BadInput("--port: " + e.getMessage(), e);
        }
        return 0;
    }

    private PadService open(Estate described) {
        Estate.Terminal owner = described.terminals().get(terminal);
        if (owner == null) {
            throw new BadInput("--terminal: the estate " + described.name() + " has no terminal " + terminal);
        }
        String starts = state == null ? owner.starts() : state;
        requireKeys(owner, starts);
        try {
            long drawn = seed == null ? new SecureRandom().nextLong() : seed;
            return new PadService(described, terminal, starts, drawn, address);
        } catch (Port.PortFailure e) {
            throw new BadInput("--port: " + e.getMessage(), e);
        }
    }

    /** Keys that are drawn here would be other keys than those that a run draws. */
    private static void requireKeys(Estate.Terminal owner, String starts) {
        Estate.TestKeys keys = owner.keys();
        switch (starts) {
            case "unloaded" -> {}
            case "loaded" -> require(keys.master() != null, owner, "keys.master");
            case "signed-in" ->
                require(
                        keys.master() != null && keys.pin() != null && keys.mac() != null && keys.track() != null,
                        owner,
                        "keys { master, pin, mac, track }");
            default -> throw new BadInput("--state must be unloaded, loaded or signed-in, not " + starts);
        }
    }

    private static void require(boolean given, Estate.Terminal owner, String keys) {
        if (!given) {
            throw new BadInput("the pad of " + owner.key() + " needs keys that both ends know; give terminals."
                    + owner.key() + "." + keys + " in the estate");
        }
    }
}
