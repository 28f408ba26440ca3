package dev.counterfoil.network;

import dev.counterfoil.policy.Policies;
import dev.counterfoil.policy.Policy;
import java.util.List;

/** The issuer's policies, by the names of the estate. */
public final class IssuerPolicies {
    // spotless:off
    private static final List<Policy> TABLE = List.of(
        new Policy("pinTries", "3", "[1-9]", "wrong PINs in a day that block a card for the day"),
        new Policy("pinTriesCode", "75", "75|38", "response code of a card that is blocked so"),
        new Policy("pinRequired", "true", Policy.FLAG,
                "whether a sale and an inquiry need a PIN, unless the card's service code leaves it free"),
        new Policy("hsmTimeout", "5s", Policy.DURATION, "how long the HSM may take"));
    // spotless:on

    private final Policies values;

    private IssuerPolicies(Policies values) {
        this.values = values;
    }

    /** Every policy at its preset. */
    public static IssuerPolicies usual() {
        return new IssuerPolicies(Policies.presets("the issuer", TABLE));
    }

    /** The table, for the reference. */
    public static List<Policy> table() {
        return TABLE;
    }

    /**
     * One policy overridden.
     *
     * @throws IllegalArgumentException for an unknown policy or a value it cannot have
     */
    public IssuerPolicies with(String setting, String value) {
        return new IssuerPolicies(values.with(setting, value));
    }

    int pinTries() {
        return values.number("pinTries");
    }

    String pinTriesCode() {
        return values.text("pinTriesCode");
    }

    boolean pinRequired() {
        return values.flag("pinRequired");
    }

    long hsmTimeoutNanos() {
        return values.nanos("hsmTimeout");
    }
}
