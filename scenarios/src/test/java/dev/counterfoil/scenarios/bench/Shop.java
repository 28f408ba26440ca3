package dev.counterfoil.scenarios.bench;

import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.estate.World;
import dev.counterfoil.scenarios.play.VirtualSurroundings;
import dev.counterfoil.stage.Stage;
import dev.counterfoil.verb.ref.CardRef;
import dev.counterfoil.verb.ref.Money;
import dev.counterfoil.verb.ref.PersonRef;
import java.util.List;

/** The bundled estate with T1 signed in and a rich cardholder. */
final class Shop implements AutoCloseable {
    private static final PersonRef CLERK = new PersonRef(PersonRef.Role.CLERK, null);
    private static final CardRef CARD = new CardRef(CardRef.Sort.CARD, "A");
    private static final Money PRICE = new Money(2500);
    private static final long RICH_FEN = 1_000_000_000_000L;
    private static final VirtualSurroundings SURROUNDINGS = new VirtualSurroundings(List::of);
    private static final Estate ESTATE = EstateReader.bundled();

    private final World world;
    private final Stage stage;

    Shop(LoopSystem system, long seed) {
        world = new World(system, ESTATE, seed, SURROUNDINGS);
        world.plan().terminal("T1").starts("signed-in");
        world.plan().card("A").balanceFen(RICH_FEN);
        stage = new Stage(world);
    }

    World world() {
        return world;
    }

    /** One sale of 25.00 yuan by swiped card with PIN: people, panels, pad, both HSMs, host, switch and issuer. */
    void sell() {
        stage.acting();
        stage.people().sell(CLERK, "", PRICE, CARD);
    }

    /** How many sales the terminal says were approved. */
    long approved() {
        return world.evidence().transactions().all().stream()
                .filter(t -> "approved".equals(t.verdict()))
                .count();
    }

    @Override
    public void close() {
        world.close();
    }
}
