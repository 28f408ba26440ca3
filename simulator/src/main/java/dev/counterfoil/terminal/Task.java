package dev.counterfoil.terminal;

import dev.counterfoil.protocol.panel.Menu;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a terminal does: on a menu entry, or by itself. */
public enum Task {
    SIGN_IN("sign-in", Menu.SIGN_IN, Nature.KEYS),
    KEY_DOWNLOAD("key download", Menu.KEY_DOWNLOAD, Nature.KEYS),
    ONLINE_DOWNLOAD("key download", Menu.ONLINE_DOWNLOAD, Nature.KEYS),
    KEY_INJECTION("key injection", Menu.KEY_INJECTION, Nature.HOUSEKEEPING),
    KEY_COMPONENTS("key components", Menu.KEY_COMPONENTS, Nature.HOUSEKEEPING),
    LOAD_PROGRAMS("program load", Menu.LOAD_PROGRAMS, Nature.HOUSEKEEPING),
    SALE("sale", Menu.SALE, Nature.TRADE),
    VOID("void", Menu.VOID, Nature.TRADE),
    BALANCE("balance inquiry", Menu.BALANCE, Nature.TRADE),
    SETTLEMENT("settlement", Menu.SETTLEMENT, Nature.TRADE),
    SIGN_OFF("sign-off", Menu.SIGN_OFF, Nature.TRADE),
    LOG_IN("log in", Menu.LOG_IN, Nature.HOUSEKEEPING),
    RE_ACTIVATE("re-activation", Menu.RE_ACTIVATE, Nature.HOUSEKEEPING),
    INSPECTION("inspection", Menu.INSPECTION, Nature.VISIT),
    DECOMMISSION("decommissioning", Menu.DECOMMISSION, Nature.HOUSEKEEPING),
    PARAMETERS("parameters", Menu.PARAMETERS, Nature.HOUSEKEEPING),
    POWER_ON("power on", null, Nature.HOUSEKEEPING),
    CHECK_PAD("pad check", null, Nature.HOUSEKEEPING),
    TAMPER_REPORT("tamper report", null, Nature.HOUSEKEEPING);

    private enum Nature {
        /** Brings keys: needs the pad, and no working keys. */
        KEYS,
        /** A visit to the terminal: it needs no keys, and uses the working keys when there are some. */
        VISIT,
        /** Runs under the working keys. */
        TRADE,
        /** Between the terminal and the people at it: no transaction, so neither number nor verdict. */
        HOUSEKEEPING
    }

    private static final Map<Menu, Task> BY_ENTRY =
            Arrays.stream(values()).filter(task -> task.entry != null).collect(byEntry());

    private final String english;
    private final @Nullable Menu entry;
    private final Nature nature;

    Task(String english, @Nullable Menu entry, Nature nature) {
        this.english = english;
        this.entry = entry;
        this.nature = nature;
    }

    public String english() {
        return english;
    }

    /** Whether it is a transaction with a number and a verdict. */
    boolean counted() {
        return nature != Nature.HOUSEKEEPING;
    }

    /** Whether it runs under the working keys. */
    boolean trade() {
        return nature == Nature.TRADE;
    }

    private static Collector<Task, ?, Map<Menu, Task>> byEntry() {
        return Collectors.toMap(task -> Objects.requireNonNull(task.entry), Function.identity());
    }

    static Optional<Task> chosenBy(Menu entry) {
        return Optional.ofNullable(BY_ENTRY.get(entry));
    }
}
