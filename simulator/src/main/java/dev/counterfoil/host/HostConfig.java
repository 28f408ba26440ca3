package dev.counterfoil.host;

import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.clock.WorldClock;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.store.Store;
import dev.counterfoil.trace.Trace;

/**
 * What the estate says of the host.
 *
 * @param name of the actor in the trace: {@code host}
 * @param terminals dialect of the terminals' lines
 * @param network dialect of the switch's link
 * @param policies as at start; they can be changed later
 * @param acquirerId F32, up to 11 digits
 * @param keys keys of the host itself, under the LMK
 * @param store with what was provisioned: terminal entries, manager cards
 */
public record HostConfig(
        String name,
        Dialect terminals,
        Dialect network,
        HostPolicies policies,
        String acquirerId,
        Keys keys,
        Store store,
        RandomStream random,
        WorldClock clock,
        Trace trace) {
    /**
     * Keys of the host itself, as the HSM wrote them.
     *
     * @param cardMaster master key of the manager cards, type 10E
     * @param zpk zone PIN key shared with the issuer, type 001
     * @param zak zone MAC key shared with the issuer, type 008
     */
    public record Keys(String cardMaster, String zpk, String zak) {
        @Override
        public String toString() {
            return "keys of the host";
        }
    }
}
