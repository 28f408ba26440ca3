package dev.counterfoil.estate;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a scenario arranges before its world is built: the estate, with what is different this time. */
public final class Plan {
    private final Estate estate;
    private final Map<String, TerminalPlan> terminals = new LinkedHashMap<>();
    private final Map<String, String> hostPolicies = new TreeMap<>();
    private final Map<String, String> issuerPolicies = new TreeMap<>();
    private final Map<String, CardPlan> cards = new TreeMap<>();
    private final Map<String, ManagerCardPlan> managerCards = new TreeMap<>();
    private final boolean live;
    private LocalDateTime start;

    /** @param live whether real pads that the estate names take the place of simulated ones */
    Plan(Estate estate, boolean live) {
        this.estate = estate;
        this.live = live;
        this.start = estate.start();
        hostPolicies.putAll(estate.hostPolicies());
        issuerPolicies.putAll(estate.issuerPolicies());
    }

    public Estate estate() {
        return estate;
    }

    public LocalDateTime start() {
        return start;
    }

    public void start(LocalDateTime other) {
        start = other;
    }

    public Map<String, String> hostPolicies() {
        return hostPolicies;
    }

    public Map<String, String> issuerPolicies() {
        return issuerPolicies;
    }

    /** Terminals that the scenario has named so far, in that order. */
    public Set<String> named() {
        return new LinkedHashSet<>(terminals.keySet());
    }

    /**
     * What is planned for a terminal.
     *
     * @throws EstateProblem if the estate has no such terminal
     */
    public TerminalPlan terminal(String name) {
        TerminalPlan planned = terminals.get(name);
        if (planned == null) {
            planned = new TerminalPlan(estate.terminal(name), live);
            terminals.put(planned.spec.key(), planned);
        }
        return planned;
    }

    /** @throws EstateProblem if the estate has no such card */
    public CardPlan card(String name) {
        return cards.computeIfAbsent(name, key -> new CardPlan(estate.card(key)));
    }

    /** @throws EstateProblem if the estate has no such manager card */
    public ManagerCardPlan managerCard(String name) {
        return managerCards.computeIfAbsent(name, key -> new ManagerCardPlan(estate.managerCard(key)));
    }

    /** A terminal as this scenario wants it. */
    public static final class TerminalPlan {
        private final Estate.Terminal spec;
        private Map<String, String> policies;
        private Map<String, String> loadingPolicies = Map.of();
        private String starts;
        private String batch;
        private String trace;
        private String registration = "in service";
        private boolean workOrder;
        private boolean fakeHost;
        private boolean tapped;
        private boolean damagedKeySlot;
        private boolean realPad;
        private @Nullable String cloneOf;
        private boolean copiedKeys;
        private @Nullable String otherMasterKey;

        TerminalPlan(Estate.Terminal spec, boolean live) {
            this.spec = spec;
            this.starts = spec.starts();
            this.batch = spec.batch();
            this.trace = spec.trace();
            this.realPad = live && spec.padAttach() != null;
            this.policies = spec.policies();
        }

        public Estate.Terminal spec() {
            return spec;
        }

        public Map<String, String> policies() {
            return policies;
        }

        public void policy(String setting, String value) {
            policies = new TreeMap<>(policies);
            policies.put(setting, value);
        }

        /** How the loader and the mother POS that load this terminal differ from the estate's. */
        public Map<String, String> loadingPolicies() {
            return loadingPolicies;
        }

        public void loadingPolicy(String setting, String value) {
            loadingPolicies = new TreeMap<>(loadingPolicies);
            loadingPolicies.put(setting, value);
        }

        public String starts() {
            return starts;
        }

        public void starts(String state) {
            starts = state;
        }

        public String batch() {
            return batch;
        }

        public String trace() {
            return trace;
        }

        public void counters(String batchNumber, String nextTrace) {
            batch = batchNumber;
            trace = nextTrace;
        }

        public String registration() {
            return registration;
        }

        public void registration(String other) {
            registration = other;
        }

        public boolean workOrder() {
            return workOrder;
        }

        public void openWorkOrder() {
            workOrder = true;
        }

        public void closeWorkOrder() {
            workOrder = false;
        }

        public boolean fakeHost() {
            return fakeHost;
        }

        public void useFakeHost() {
            fakeHost = true;
        }

        public boolean damagedKeySlot() {
            return damagedKeySlot;
        }

        public void damageKeySlot() {
            damagedKeySlot = true;
        }

        /** Whether a thief sits on the line. */
        public boolean tapped() {
            return tapped;
        }

        public void tap() {
            tapped = true;
        }

        public boolean realPad() {
            return realPad;
        }

        public void useRealPad() {
            realPad = true;
        }

        public @Nullable String cloneOf() {
            return cloneOf;
        }

        public void cloneOf(String original) {
            cloneOf = original;
        }

        /** Whether a clone has the keys of its original too. */
        public boolean copiedKeys() {
            return copiedKeys;
        }

        public void copyKeys() {
            copiedKeys = true;
        }

        /** Hex of a master key that only the terminal has, or null. */
        public @Nullable String otherMasterKey() {
            return otherMasterKey;
        }

        public void otherMasterKey(String hex) {
            otherMasterKey = hex;
        }
    }

    /** A cardholder's card as this scenario wants it. */
    public static final class CardPlan {
        private final Estate.Card spec;
        private String pin;
        private long balanceFen;
        private String state;
        private String declines = "";

        CardPlan(Estate.Card spec) {
            this.spec = spec;
            this.pin = spec.pin();
            this.balanceFen = spec.balanceFen();
            this.state = spec.holder();
        }

        public Estate.Card spec() {
            return spec;
        }

        public String pin() {
            return pin;
        }

        public void pin(String digits) {
            pin = digits;
        }

        public long balanceFen() {
            return balanceFen;
        }

        public void balanceFen(long fen) {
            balanceFen = fen;
        }

        public String state() {
            return state;
        }

        public void state(String other) {
            state = other;
        }

        /** Response code of every answer, or empty. */
        public String declines() {
            return declines;
        }

        public void declines(String code) {
            declines = code;
        }
    }

    /** A manager's card as this scenario wants it. */
    public static final class ManagerCardPlan {
        private final Estate.ManagerCard spec;
        private String password;
        private int tries;
        private String state = "good";
        private boolean otherKey;
        private boolean blank;

        ManagerCardPlan(Estate.ManagerCard spec) {
            this.spec = spec;
            this.password = spec.password();
            this.tries = spec.tries();
        }

        public Estate.ManagerCard spec() {
            return spec;
        }

        public String password() {
            return password;
        }

        public int tries() {
            return tries;
        }

        public void personalise(String digits, int count) {
            password = digits;
            tries = count;
        }

        public String state() {
            return state;
        }

        public void state(String other) {
            state = other;
        }

        public boolean otherKey() {
            return otherKey;
        }

        /** Whether the card is as its maker delivers it, and no registry knows it. */
        public boolean blank() {
            return blank;
        }

        public void makeBlank() {
            blank = true;
        }

        public void useOtherKey() {
            otherKey = true;
        }
    }
}
