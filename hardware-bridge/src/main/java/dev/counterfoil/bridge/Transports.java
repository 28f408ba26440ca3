package dev.counterfoil.bridge;

import dev.counterfoil.wire.Port;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Ports by the scheme of their address: {@code serial:/dev/ttyUSB0?baud=9600}, {@code tcp:HOST:PORT}. */
public final class Transports {
    private static final Map<String, Function<String, Port>> SCHEMES =
            new TreeMap<>(Map.of("serial", SerialLine::at, "tcp", TcpLine::to));

    private Transports() {}

    /**
     * The port at an address, not yet open.
     *
     * @throws Port.PortFailure when the address is of no known form
     */
    public static Port at(String address) {
        int colon = address.indexOf(':');
        Function<String, Port> make = colon < 0 ? null : SCHEMES.get(address.substring(0, colon));
        if (make == null) {
            throw new Port.PortFailure("no transport for '" + address + "'; an address starts with one of "
                    + String.join(": ", SCHEMES.keySet()) + ":");
        }
        return make.apply(address.substring(colon + 1));
    }
}
