package dev.counterfoil.estate;

import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.crypto.asymmetric.TestKeys;
import dev.counterfoil.pinpad.PadPolicy;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.TerminalPolicies;
import dev.counterfoil.terminal.recipe.Recipes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What terminals with the same policies have in common. */
record Manners(TerminalPolicies policies, Map<Task, List<Supplier<Stage>>> recipes, PadPolicy pad) {
    static Manners of(Map<String, String> overrides) {
        TerminalPolicies policies = TerminalPolicies.of(overrides);
        PadPolicy pad = PadPolicy.DOMESTIC_SIX
                .withPin(policies.pinShortest(), policies.pinLongest())
                .withProbeLimit(policies.number("probeLimit"))
                .withInjection(Framing.named(policies.text("injectionFraming")), policies.text("injectionPassword"))
                .withCustody(new PadPolicy.Custody(
                        policies.number("components"),
                        List.of(
                                policies.text("custodian.1"),
                                policies.text("custodian.2"),
                                policies.text("custodian.3"))))
                .trusting(trusted(policies.text("online.trusts")));
        return new Manners(policies, Recipes.of(policies), pad);
    }

    /** Digests of the public keys that a pad takes for its host's. */
    private static List<String> trusted(String policy) {
        return policy.equals("host")
                ? Arrays.stream(KeyAlgorithm.values())
                        .map(algorithm ->
                                TestKeys.HOST.of(algorithm).publicKey().digest())
                        .toList()
                : List.of(policy);
    }
}
