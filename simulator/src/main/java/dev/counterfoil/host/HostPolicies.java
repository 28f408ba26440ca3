package dev.counterfoil.host;

import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.host.download.DownloadMode;
import dev.counterfoil.policy.Policies;
import dev.counterfoil.policy.Policy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The host's policies, by the names of the estate. A {@code check...} that is turned off makes a weak host. */
public final class HostPolicies {
    // spotless:off
    private static final List<Policy> TABLE = List.of(
        new Policy("checkMac", "true", Policy.FLAG, "whether F64 of a request is verified"),
        new Policy("checkSerialNumber", "true", Policy.FLAG, "whether the serial number must be the one that is bound"),
        new Policy("checkOriginal", "true", Policy.FLAG, "whether a void must match its sale"),
        new Policy("checkTraceNumber", "true", Policy.FLAG, "whether a trace number may come once in a batch"),
        new Policy("checkSite", "true", Policy.FLAG, "whether the place of installation must be the one that is bound"),
        new Policy("checkCertificate", "true", Policy.FLAG, "whether the certificate of approval must be known"),
        new Policy("confirmBeforeSwitch", "true", Policy.FLAG,
                "whether an old master key stays valid until the terminal has confirmed the new one"),
        new Policy("download.mode", "LITERAL", "LITERAL|HARDENED",
                "LITERAL: the text as it stands; HARDENED: keys by purpose, MACs, a key block; so must the terminal"),
        new Policy("download.sessionLife", "200s", Policy.DURATION,
                "HARDENED: how old a download may grow; more than its tries of answerTimeout"),
        new Policy("download.minimumVersion", "000000", "[0-9A-Za-z.]{1,20}",
                "lowest program version that may download, compared as text"),
        new Policy("online.algorithm", "RSA", "RSA|SM2|NONE",
                "what a master key download online works with; NONE: it is declined with 40"),
        new Policy("macKeyLife", "24h", Policy.DURATION,
                "how old a terminal's MAC key may grow before answers demand a new sign-in"),
        new Policy("inspection.every", "0h", Policy.DURATION,
                "how often a terminal has to be inspected, such as 2160h for a quarter; 0h: there is no plan"),
        new Policy("inspection.grace", "720h", Policy.DURATION,
                "how long a terminal whose inspection is overdue may still sell"),
        new Policy("hsmTimeout", "5s", Policy.DURATION, "how long the HSM may take"),
        new Policy("networkTimeout", "20s", Policy.DURATION, "how long the switch may take"),
        new Policy("reversalInterval", "60s", Policy.DURATION, "time between two tries of a reversal to the issuer"),
        new Policy("reversalTries", "10", "[1-9][0-9]?", "times that a reversal is sent to the issuer"));
    // spotless:on

    private final Policies values;

    private HostPolicies(Policies values) {
        this.values = values;
    }

    /** Every policy at its preset. */
    public static HostPolicies usual() {
        return new HostPolicies(Policies.presets("the host", TABLE));
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
    public HostPolicies with(String setting, String value) {
        return new HostPolicies(values.with(setting, value));
    }

    boolean checkMac() {
        return flag("checkMac");
    }

    boolean checkSerialNumber() {
        return flag("checkSerialNumber");
    }

    boolean checkOriginal() {
        return flag("checkOriginal");
    }

    boolean checkTraceNumber() {
        return flag("checkTraceNumber");
    }

    boolean checkSite() {
        return flag("checkSite");
    }

    boolean checkCertificate() {
        return flag("checkCertificate");
    }

    boolean confirmBeforeSwitch() {
        return flag("confirmBeforeSwitch");
    }

    DownloadMode downloadMode() {
        return DownloadMode.valueOf(text("download.mode"));
    }

    /** Of the host's public key; null for NONE. */
    @Nullable
    KeyAlgorithm onlineAlgorithm() {
        String algorithm = text("online.algorithm");
        return algorithm.equals("NONE") ? null : KeyAlgorithm.valueOf(algorithm);
    }

    long downloadLifeNanos() {
        return values.nanos("download.sessionLife");
    }

    /** The lowest program version that may download, compared as text of equal length. */
    String minimumVersion() {
        return text("download.minimumVersion");
    }

    Duration macKeyLife() {
        return Duration.ofNanos(values.nanos("macKeyLife"));
    }

    /** Time from one inspection to the next; zero when there is no plan. */
    Duration inspectionEvery() {
        return Duration.ofNanos(values.nanos("inspection.every"));
    }

    /** How long an overdue terminal may still sell. */
    Duration inspectionGrace() {
        return Duration.ofNanos(values.nanos("inspection.grace"));
    }

    long hsmTimeoutNanos() {
        return values.nanos("hsmTimeout");
    }

    long networkTimeoutNanos() {
        return values.nanos("networkTimeout");
    }

    long reversalIntervalNanos() {
        return values.nanos("reversalInterval");
    }

    int reversalTries() {
        return values.number("reversalTries");
    }

    private boolean flag(String setting) {
        return values.flag(setting);
    }

    private String text(String setting) {
        return values.text(setting);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
