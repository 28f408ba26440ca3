package dev.counterfoil.terminal;

import java.util.Map;
import java.util.TreeMap;

/** Counts the transactions of a terminal for the trace; it outlives power cuts because the terminal does not use it. */
public final class Numbers {
    private final Map<String, Integer> byStan = new TreeMap<>();
    private int last;

    int next() {
        return ++last;
    }

    void note(int number, String stan) {
        byStan.put(stan, number);
    }

    /** 0 when nobody knows. */
    int of(String stan) {
        return byStan.getOrDefault(stan, 0);
    }
}
