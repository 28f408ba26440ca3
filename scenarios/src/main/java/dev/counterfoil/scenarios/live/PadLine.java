package dev.counterfoil.scenarios.live;

import dev.counterfoil.bridge.PseudoTerminal;
import dev.counterfoil.bridge.TcpDoor;
import dev.counterfoil.bridge.Transports;
import dev.counterfoil.wire.Port;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Where a terminal may come from to a pad that is lent out: one after the other, or once. */
interface PadLine extends AutoCloseable {
    /** What a terminal has to be told to find the pad. */
    String address();

    /** The line to the next terminal; null when there is none yet. */
    @Nullable
    Port next();

    /** Whether another terminal may come when one has gone. */
    boolean again();

    /**
     * Called when a terminal has gone.
     *
     * @throws Port.PortFailure if none could come, because the port could not be opened
     */
    default void check() {}

    @Override
    void close();

    /**
     * The line at an address: {@code pty} makes a pair of pseudo-terminals, {@code listen:PORT} waits on a loopback
     * socket, and all others are those of {@link Transports}.
     *
     * @throws Port.PortFailure if it cannot be had
     */
    static PadLine at(String address) {
        if (address.equals("pty")) {
            return new Pair(PseudoTerminal.make());
        } else if (address.matches("listen:[0-9]{1,5}")) {
            return new Door(Integer.parseInt(address.substring("listen:".length())));
        }
        return new Once(address, Transports.at(address));
    }

    /** One end of a pair of pseudo-terminals; it stays when whoever had the other end has gone. */
    record Pair(PseudoTerminal pair) implements PadLine {
        @Override
        public String address() {
            return "serial:" + pair.path();
        }

        @Override
        public Port next() {
            return new Staying(pair);
        }

        @Override
        public boolean again() {
            return true;
        }

        @Override
        public void close() {
            pair.close();
        }
    }

    /** A port that is not closed with the world that used it. */
    record Staying(Port port) implements Port {
        @Override
        public String description() {
            return port.description();
        }

        @Override
        public void open(Listener listener) {
            port.open(listener);
        }

        @Override
        public void write(byte[] bytes) {
            port.write(bytes);
        }

        @Override
        public void close() {}
    }

    /** A socket on which terminals come in. */
    final class Door implements PadLine {
        private static final String LOOPBACK = "127.0.0.1";

        private final BlockingQueue<Port> visitors = new LinkedBlockingQueue<>();
        private final TcpDoor door;

        Door(int port) {
            door = TcpDoor.open(LOOPBACK, port, visitors::add);
        }

        @Override
        public String address() {
            return "tcp:" + LOOPBACK + ":" + door.port();
        }

        @Override
        public @Nullable Port next() {
            return visitors.poll();
        }

        @Override
        public boolean again() {
            return true;
        }

        @Override
        public void close() {
            door.close();
        }
    }

    /** A port that is there for one terminal. */
    final class Once implements PadLine {
        private final String address;
        private final Port port;
        private Port.@Nullable PortFailure failure;

        Once(String address, Port port) {
            this.address = address;
            this.port = port;
        }

        @Override
        public String address() {
            return address;
        }

        @Override
        public Port next() {
            return new Port() {
                @Override
                public String description() {
                    return port.description();
                }

                @Override
                public void open(Listener listener) {
                    try {
                        port.open(listener);
                    } catch (PortFailure e) {
                        failure = e;
                        throw e;
                    }
                }

                @Override
                public void write(byte[] bytes) {
                    port.write(bytes);
                }

                @Override
                public void close() {
                    port.close();
                }
            };
        }

        @Override
        public void check() {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public boolean again() {
            return false;
        }

        @Override
        public void close() {
            port.close();
        }
    }
}
