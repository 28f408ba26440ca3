package dev.counterfoil.terminal;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept about a terminal and outlives its power cuts, because the terminal does not know it: the count of its
 * transactions for the trace, and the requests that are to leave it otherwise than it would pack them.
 */
public final class Numbers {
    private Map<String, Integer> byStan = Map.of();
    private List<Terminal.PackWith> orders = List.of();
    private int last;

    int next() {
        return ++last;
    }

    void note(int number, String stan) {
        if (byStan.isEmpty()) {
            byStan = new HashMap<>();
        }
        byStan.put(stan, number);
    }

    /** 0 when nobody knows. */
    int of(String stan) {
        return byStan.getOrDefault(stan, 0);
    }

    void order(Terminal.PackWith order) {
        orders = new ArrayList<>(orders);
        orders.add(order);
    }

    /** The request as it is to leave: changed by the first order that means it, which is then done. */
    IsoMessage repacked(IsoMessage request) {
        for (Terminal.PackWith order : orders) {
            if (order.when().test(request)) {
                orders.remove(order);
                return order.edit().apply(request);
            }
        }
        return request;
    }
}
