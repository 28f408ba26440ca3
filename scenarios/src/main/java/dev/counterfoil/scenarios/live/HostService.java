package dev.counterfoil.scenarios.live;

import dev.counterfoil.bridge.TcpDoor;
import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.estate.Edge;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.World;
import dev.counterfoil.host.HostEvents;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The acquirer's host of an estate, with its HSM, switch and issuer, on a socket for somebody else's terminals. */
public final class HostService implements AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final LoopSystem system = new LoopSystem(TurnLoop.Mode.LIVE);
    private final World world;
    private final Edge edge;
    private final TcpDoor door;
    private final List<String> keys;

    /**
     * Registers the estate's terminals and starts listening; the service belongs to the calling thread.
     *
     * @param seed of keys that the estate does not give, and of all random numbers
     * @param start what the clocks show now
     * @param bind address to listen on
     * @param port 0 picks a free one
     * @param log hears a line for each message that the host refuses
     * @throws dev.counterfoil.wire.Port.PortFailure if the port cannot be had
     */
    public HostService(Estate estate, long seed, LocalDateTime start, String bind, int port, Consumer<String> log) {
        world = new World(system, estate, seed, new NoScenario());
        world.plan().start(start);
        world.trace().listen(envelope -> {
            if (envelope.event() instanceof HostEvents.Refused refused) {
                log.accept(line(refused));
            }
        });
        edge = new Edge(world);
        keys = edge.registerTerminals();
        door = TcpDoor.open(bind, port, visitor -> system.loop().inject(() -> edge.admit(visitor)));
    }

    /** When, who, what and why; whatever a stranger may have sent, it is one line. */
    private String line(HostEvents.Refused refused) {
        String terminal = refused.terminal().isEmpty() ? "-" : refused.terminal();
        String words = terminal + " " + refused.what() + " refused: " + refused.why();
        return TIME.format(world.clock().now()) + " " + words.replaceAll("[^ -~]", ".");
    }

    /** The port that it listens on. */
    public int port() {
        return door.port();
    }

    /** A line for each terminal that starts with a key: which, and its check value. */
    public List<String> keys() {
        return keys;
    }

    /**
     * Serves until the process is asked to end, and closes.
     *
     * @param ended the last thing that happens while the process still waits
     */
    public void serve(Runnable ended) {
        try (Stopping stopping = new Stopping(system.loop())) {
            while (!stopping.isAsked()) {
                stopping.run();
                world.settle();
            }
            close();
            ended.run();
        }
    }

    /** Takes nobody in any more, closes every connection and ends the world. */
    @Override
    public void close() {
        door.close();
        world.close();
        system.close();
    }
}
