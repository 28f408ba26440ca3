package dev.counterfoil.estate;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A description of everything that exists. Maps keep the order of the description.
 *
 * @param name what the run prints first
 * @param start date and time when a world begins, in {@code zone}
 * @param checkLimitSeconds how long, in virtual time, a check waits for what is still on its way
 * @param terminalPolicies of every terminal, unless its own say otherwise
 * @param hostPolicies of the acquirer's host
 * @param issuerPolicies of the issuers
 * @param loadingPolicies of loaders and mother POSs
 * @param profiles delay profile of the wires that are not a terminal's: {@code hsm}, {@code switch}, {@code issuer},
 *     {@code issuer-hsm}
 * @param testKeys hex of keys that steps name by check value
 */
public record Estate(
        String name,
        LocalDateTime start,
        ZoneId zone,
        int checkLimitSeconds,
        DialectChoice dialect,
        Acquirer acquirer,
        Map<String, String> terminalPolicies,
        Map<String, String> hostPolicies,
        Map<String, String> issuerPolicies,
        Map<String, String> loadingPolicies,
        Map<String, String> profiles,
        Map<String, Merchant> merchants,
        Map<String, Terminal> terminals,
        Map<String, Card> cards,
        Map<String, ManagerCard> managerCards,
        List<String> testKeys) {

    /** @throws EstateProblem if there is no such terminal */
    public Terminal terminal(String called) {
        return find(terminals, called, "terminal");
    }

    /** @throws EstateProblem if there is no such card */
    public Card card(String called) {
        return find(cards, called, "card");
    }

    /** @throws EstateProblem if there is no such manager card */
    public ManagerCard managerCard(String called) {
        return find(managerCards, called, "manager card");
    }

    private <T> T find(Map<String, T> things, String called, String what) {
        T found = things.get(called);
        if (found == null) {
            throw new EstateProblem("the estate " + name + " has no " + what + " " + called + "; it has "
                    + String.join(", ", things.keySet()));
        }
        return found;
    }

    /** A dialect by name, with some of its switches set otherwise. */
    public record DialectChoice(String name, Map<String, String> switches) {}

    /**
     * The acquirer.
     *
     * @param id F32, up to 11 digits
     * @param tpdu 10 digits
     * @param header 12 digits
     */
    public record Acquirer(String id, String tpdu, String header) {}

    /**
     * A merchant.
     *
     * @param id 15 characters, F42
     */
    public record Merchant(String key, String name, String id) {}

    /**
     * A terminal with its pad.
     *
     * @param id 8 characters, F41
     * @param serial serial number of the terminal
     * @param padSerial serial number of its pad
     * @param line delay profile of its line
     * @param padCable delay profile of its pad's cable
     * @param starts state at the beginning: unloaded, loaded, signed-in
     * @param attached real devices in place of simulated ones
     */
    public record Terminal(
            String key,
            String merchant,
            String id,
            String serial,
            String padSerial,
            String line,
            String padCable,
            String starts,
            String batch,
            String trace,
            TestKeys keys,
            Map<String, String> policies,
            Attached attached) {
        public Terminal {
            policies = Map.copyOf(policies);
        }

        /** Address of a real pad, or null. */
        public @Nullable String padAttach() {
            return attached.pad;
        }
    }

    /**
     * Addresses of real devices, such as {@code serial:/dev/ttyUSB0?baud=9600}; null where a device is simulated.
     *
     * @param pad in place of the pad
     * @param injector in place of the mother POS with its loader PC
     * @param child in place of what the mother POS loads
     */
    public record Attached(
            @Nullable String pad,
            @Nullable String injector,
            @Nullable String child) {
        public static final Attached NONE = new Attached(null, null, null);

        /** Those that there are, by their keys in the estate. */
        public Map<String, String> addresses() {
            Map<String, String> addresses = new TreeMap<>();
            put(addresses, "pad-attach", pad);
            put(addresses, "injector-attach", injector);
            put(addresses, "child-attach", child);
            return addresses;
        }

        private static void put(Map<String, String> addresses, String key, @Nullable String address) {
            if (address != null) {
                addresses.put(key, address);
            }
        }
    }

    /**
     * Keys that the estate gives in clear, hex; drawn from the seed where it does not. Test keys only.
     *
     * @param bdk base derivation key of a terminal under DUKPT, given with {@code ksn}
     * @param ksn the last KSN that such a terminal has used, with a counter of 0 when there was none
     */
    public record TestKeys(
            @Nullable String master,
            @Nullable String pin,
            @Nullable String mac,
            @Nullable String track,
            @Nullable String bdk,
            @Nullable String ksn) {}

    /**
     * A cardholder's card.
     *
     * @param expiry YYMM
     * @param serviceCode 3 digits
     * @param holder state at the issuer: good, expired, stolen, lost, blocked, unknown
     */
    public record Card(
            String key, String pan, String expiry, String serviceCode, String pin, long balanceFen, String holder) {}

    /**
     * An operation manager's card.
     *
     * @param number 16 to 19 digits
     * @param expiry YYYYMMDD
     * @param password 4 to 8 digits
     * @param chip false for a card with a stripe only
     * @param merchants names of the merchants that it may be used at; none for all
     * @param hours when it may be used, {@code 08:00-18:00}, or empty for always
     */
    public record ManagerCard(
            String key,
            String number,
            String expiry,
            String password,
            int tries,
            boolean chip,
            Set<String> merchants,
            String hours) {}
}
