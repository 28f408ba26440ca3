package dev.counterfoil.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.evidence.Finding;
import dev.counterfoil.stage.Stage;
import dev.counterfoil.verb.ref.PersonRef;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoadingBenchTest {
    private static final String LOADER = "loader cable of T1";
    private static final String INJECTION = "injection cable of T1";
    private static final String PAD = "pad cable of T1";

    @ParameterizedTest
    @CsvSource({"futurex, clear, true", "xgd, clear, true", "xgd, fixedKey, false"})
    void a_clear_key_is_an_exposure_of_the_ceremony_and_no_finding(
            String framing, String keysUnder, boolean clearToChild) {
        try (LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
                World world = injected(system, Map.of("mother.framing", framing, "mother.keysUnder", keysUnder))) {
            List<String> exposed = world.recordExposures().stream()
                    .filter(e -> e.secret().equals("master key"))
                    .map(e -> e.message().wire())
                    .toList();
            assertThat(exposed).contains(LOADER).doesNotContain(PAD);
            assertThat(exposed.contains(INJECTION)).isEqualTo(clearToChild);
            assertThat(world.findings()).extracting(Finding::sentence).isEmpty();
        }
    }

    @Test
    void the_same_key_on_an_open_wire_is_a_finding() {
        try (LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
                World world = injected(system, Map.of())) {
            byte[] order = world.evidence().messages().on(INJECTION).get(0).bytes();
            world.site("T1").line().tell(new Wire.Replay(End.A, order));
            world.settle();
            assertThat(world.findings()).extracting(Finding::sentence).anyMatch(s -> s.contains("master key"));
        }
    }

    private static World injected(LoopSystem system, Map<String, String> policies) {
        World world = new World(system, EstateReader.bundled(), 7, new NothingAround());
        Plan.TerminalPlan plan = world.plan().terminal("T1");
        policies.forEach(plan::loadingPolicy);
        plan.policy("injectionFraming", policies.getOrDefault("mother.framing", "futurex"));
        Stage stage = new Stage(world);
        stage.acting();
        stage.people().inject(PersonRef.parse("the technician"), new TerminalRef("T1"));
        return world;
    }
}
