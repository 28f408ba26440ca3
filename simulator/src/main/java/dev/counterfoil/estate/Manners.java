package dev.counterfoil.estate;

import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.crypto.asymmetric.TestKeys;
import dev.counterfoil.crypto.dukpt.DukptScheme;
import dev.counterfoil.pinpad.PadPolicy;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.TerminalPolicies;
import dev.counterfoil.terminal.recipe.Recipes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What terminals with the same policies have in common. */
record Manners(TerminalPolicies policies, Map<Task, List<Supplier<Stage>>> recipes, PadPolicy pad) {
    static Manners of(Map<String, String> overrides) {
        TerminalPolicies policies = TerminalPolicies.of(overrides);
        PadPolicy pad = new PadPolicy(
                policies.pinShortest(),
                policies.pinLongest(),
                policies.number("probeLimit"),
                Framing.named(policies.text("injectionFraming")),
                policies.text("injectionPassword"),
                new PadPolicy.Custody(
                        policies.number("components"),
                        List.of(
                                policies.text("custodian.1"),
                                policies.text("custodian.2"),
                                policies.text("custodian.3"))),
                trusted(policies.text("online.trusts")));
        return new Manners(policies, Recipes.of(policies), pad);
    }

    /** Null where keys are not drawn for each transaction. */
    @Nullable
    DukptScheme dukpt() {
        return policies.dukpt() ? policies.aesDukpt() ? DukptScheme.AES : DukptScheme.TDES : null;
    }

    /** The counter of the first transaction under DUKPT. */
    long firstCounter() {
        return Long.parseLong(policies.text("dukptCounter"), 16);
    }

    /** @throws EstateProblem when the dialect of the line and the terminal's keys do not fit each other */
    void checkKeys(String terminal, Dialect line) {
        DukptScheme scheme = dukpt();
        boolean aes = scheme == DukptScheme.AES;
        String mac = line.setting("mac.algorithm");
        if (line.setting("longPin").equals("52") && !policies.longPinBlock()) {
            throw new EstateProblem("terminal " + terminal + " sends PIN blocks of 8 bytes, and longPin = 52 makes"
                    + " F52 16 bytes; use keyScheme = dukptAes, signInKeys = 005 or 006, or longPin = 62");
        } else if (policies.sm4Keys() && !mac.equals("UNIONPAY_ECB")) {
            throw new EstateProblem("terminal " + terminal + " signs in for SM4 keys, which mac.algorithm = " + mac
                    + " does not take; use UNIONPAY_ECB");
        } else if (scheme != null && (mac.equals("X9_9") || (aes && mac.equals("X9_19")))) {
            throw new EstateProblem("terminal " + terminal + " has " + scheme
                    + " keys of 16 bytes, which mac.algorithm = " + mac + " does not take; use UNIONPAY_ECB or CMAC");
        } else if (scheme != null && !scheme.uses(firstCounter())) {
            throw new EstateProblem("terminal " + terminal + ": no " + scheme + " device uses dukptCounter = "
                    + policies.text("dukptCounter") + "; it has at most " + scheme.counterBits() + " bits, and "
                    + scheme.mostOnes() + " of them may be 1");
        }
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
