package dev.counterfoil.scenarios.live;

import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.estate.Edge;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.World;
import dev.counterfoil.wire.Port;
import org.jspecify.annotations.Nullable;

/**
 * The simulated PIN pad of a terminal, lent to a terminal in another process. Whoever opens the line finds a pad fresh
 * from the key injection; when the line is closed the pad is thrown away.
 */
public final class PadService implements AutoCloseable {
    private static final long LOOK_NANOS = 20_000_000L;

    private final LoopSystem system = new LoopSystem(TurnLoop.Mode.LIVE);
    private final Estate estate;
    private final String terminal;
    private final String state;
    private final long seed;
    private final PadLine line;
    private final NoScenario around = new NoScenario();

    /**
     * Opens the line; the service belongs to the calling thread.
     *
     * @param terminal whose pad it is, such as {@code T1}
     * @param state what the pad starts with: unloaded, loaded, signed-in
     * @param seed of its random numbers
     * @param address as {@link PadLine#at} takes it
     * @throws Port.PortFailure if the line cannot be had
     */
    public PadService(Estate estate, String terminal, String state, long seed, String address) {
        this.estate = estate;
        this.terminal = terminal;
        this.state = state;
        this.seed = seed;
        this.line = PadLine.at(address);
    }

    /** What a terminal has to be told to find the pad. */
    public String address() {
        return line.address();
    }

    /**
     * Serves until the process is asked to end, or a line that is there only once is lost, and closes.
     *
     * @param person sees the pad's panel and types; null for a cardholder who types the PIN of the estate's first card
     * @param ended the last thing that happens while the process still waits
     * @throws Port.PortFailure if the line cannot be opened
     */
    public void serve(@Nullable Port person, Runnable ended) {
        try (Stopping stopping = new Stopping(system.loop())) {
            boolean wanted = true;
            while (wanted && !stopping.isAsked()) {
                Port next = line.next();
                if (next == null) {
                    system.loop().runUntil(stopping::isAsked, LOOK_NANOS);
                } else {
                    lend(next, person, stopping);
                    line.check();
                    wanted = line.again();
                }
            }
            close();
            ended.run();
        }
    }

    private void lend(Port cable, @Nullable Port person, Stopping stopping) {
        boolean[] over = {false};
        try (World world = new World(system, estate, seed, around)) {
            world.plan().terminal(terminal).starts(state);
            new Edge(world)
                    .lendPad(
                            terminal, cable, person == null ? null : new PadLine.Staying(person), () -> over[0] = true);
            while (!over[0] && !stopping.isAsked()) {
                system.loop().runUntil(() -> over[0] || stopping.isAsked(), 1_000_000_000L);
                world.settle();
            }
        }
    }

    @Override
    public void close() {
        line.close();
        system.close();
    }
}
