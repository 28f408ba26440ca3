package dev.counterfoil.scenarios.feature;

import dev.counterfoil.host.HostPolicies;
import dev.counterfoil.loading.LoadingPolicies;
import dev.counterfoil.network.IssuerPolicies;
import dev.counterfoil.policy.Policy;
import dev.counterfoil.protocol.iso8583.Switch;
import dev.counterfoil.terminal.TerminalPolicies;
import java.util.List;

/** The reference of all policies, made from their tables. */
public final class PolicyReference {
    private static final String HEAD = """
            # Policies

            What terminals, the host, the issuers and what loads keys do where practice leaves a choice. An estate sets
            them under `policies.terminal`, `policies.host`, `policies.issuer` and `policies.loading`, or for one
            terminal under `terminals.T1.policies`; a step sets one for its scenario: `T1 follows the policy
            answerTimeout = 45s`.
            Generated from the code by `./counterfoil policies`; do not edit.

            How the bytes are spelt is no policy but a switch of the dialect: `dialect.switches` in the estate.
            Terminal, pad, host and HSM all follow it; the last table lists them.
            """;

    private PolicyReference() {}

    /** The reference as Markdown. */
    public static String markdown() {
        return HEAD
                + table("Terminal", TerminalPolicies.table())
                + table("Host", HostPolicies.table())
                + table("Issuer", IssuerPolicies.table())
                + table("Loader PC and mother POS", LoadingPolicies.table())
                + switches();
    }

    private static String switches() {
        List<Policy> rows = Switch.table().stream()
                .map(each -> new Policy(each.key(), each.preset(), String.join("|", each.values()), each.meaning()))
                .toList();
        return table("Dialect", rows);
    }

    private static String table(String title, List<Policy> policies) {
        StringBuilder text =
                new StringBuilder("\n## " + title + "\n\n| policy | preset | allowed | meaning |\n|---|---|---|---|\n");
        for (Policy policy : policies) {
            text.append("| `")
                    .append(policy.name())
                    .append("` | `")
                    .append(policy.preset())
                    .append("` | `");
            text.append(allowed(policy)).append("` | ").append(policy.meaning()).append(" |\n");
        }
        return text.toString();
    }

    /** The pattern, with the bars that would end a cell of the table written as entities. */
    private static String allowed(Policy policy) {
        return policy.allowed().equals(Policy.DURATION)
                ? "a duration"
                : policy.allowed().replace("|", "\\|");
    }
}
