package dev.counterfoil.loading;

import dev.counterfoil.policy.Policies;
import dev.counterfoil.policy.Policy;
import java.util.List;
import java.util.Map;

/** How a loader's PC and a mother POS are set up. The table below is the reference. */
public final class LoadingPolicies {
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String DURATION = Policy.DURATION;
    private static final String PORT = "COM[1-9]";

    // spotless:off
    private static final List<Policy> TABLE = List.of(
        row("pc.system",         "win7",  "[A-Za-z0-9]+",     "operating system of the PC"),
        row("pc.needsSystem",    "win7",  "[A-Za-z0-9]+",     "the one that the loader's programs run on"),
        row("pc.installed",      "1-2-3", "[1-3]|[1-3]-[1-3]|[1-3]-[1-3]-[1-3]",
            "the order in which the loader's programs were installed; each needs the one before it"),
        row("pc.date",           "clock", "clock|" + DATE,    "date of the PC"),
        row("pc.ports",          "COM1-COM2-COM3", "(" + PORT + "-?)+", "serial ports that the PC has"),
        row("pc.port",           "COM1",  PORT,               "the one that the loader's program is told to use"),
        row("pc.cableIn",        "COM1",  PORT,               "the one that the cable of the mother POS is in"),
        row("pc.greetTimeout",   "2s",    DURATION,           "how long the program waits for a greeting"),
        row("pc.loadTimeout",    "60s",   DURATION,           "how long it waits for the end of a key"),
        row("pc.tries",          "3",     "[1-9]",            "times that it greets"),
        row("pc.givesUp",        "true",  Policy.FLAG,        "false: an old program that waits for ever, and hangs"),
        row("mother.version",    "2015",  "2015|2009",        "its program; from 2015 on it checks the date"),
        row("mother.from",       "2015-01-01", DATE,          "first day on which a mother POS of 2015 may be used"),
        row("mother.until",      "2029-12-31", DATE,          "last day"),
        row("mother.plugs",      "straight", "straight|crossed",
            "crossed: the cable of the PC is in the port of the child, and the other way round"),
        row("mother.framing",    "futurex", "futurex|xgd",    "what it speaks to the child"),
        row("mother.keysUnder",  "clear", "clear|fixedKey",
            "how a key goes to an xgd child: in clear, or under the key that all such terminals share"),
        row("mother.childTimeout", "5s",  DURATION,           "how long it waits for the child"),
        row("mother.childTries", "3",     "[1-9]",            "times that it says the same to the child"),
        row("mother.childPause", "500ms", DURATION,           "time between two of them"));
    // spotless:on

    private static final LoadingPolicies USUAL =
            new LoadingPolicies(Policies.presets("the loader and the mother POS", TABLE));

    private final Policies values;

    private LoadingPolicies(Policies values) {
        this.values = values;
    }

    /** All presets. */
    public static LoadingPolicies usual() {
        return USUAL;
    }

    /** The table, for the reference. */
    public static List<Policy> table() {
        return TABLE;
    }

    /** @throws IllegalArgumentException for an unknown name or a value that is not allowed */
    public LoadingPolicies with(String name, String value) {
        return new LoadingPolicies(values.with(name, value));
    }

    /** The presets with several set otherwise; as {@link #with}. */
    public static LoadingPolicies of(Map<String, String> overrides) {
        return new LoadingPolicies(USUAL.values.with(overrides));
    }

    public String text(String name) {
        return values.text(name);
    }

    public boolean flag(String name) {
        return values.flag(name);
    }

    public int number(String name) {
        return values.number(name);
    }

    public long nanos(String name) {
        return values.nanos(name);
    }

    private static Policy row(String name, String preset, String allowed, String meaning) {
        return new Policy(name, preset, allowed, meaning);
    }
}
