package dev.counterfoil.bridge;

import dev.counterfoil.wire.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;

/** A listening socket; every connection that comes in is a {@link Port}. */
public final class TcpDoor implements AutoCloseable {
    private static final int BACKLOG = 128;

    private final ServerSocket socket;

    private TcpDoor(ServerSocket socket) {
        this.socket = socket;
    }

    /**
     * Starts listening.
     *
     * @param bind address to listen on
     * @param port 0 picks a free one
     * @param visitor hears of every connection, on the door's own thread
     * @throws Port.PortFailure when the port cannot be had
     */
    public static TcpDoor open(String bind, int port, Consumer<Port> visitor) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port), BACKLOG);
            TcpDoor door = new TcpDoor(socket);
            Thread thread = new Thread(() -> door.welcome(visitor), "counterfoil-door-" + door.port());
            thread.setDaemon(true);
            thread.start();
            return door;
        } catch (IOException e) {
            throw new Port.PortFailure(
                    "cannot listen on " + bind + " port " + port + ": " + e.getMessage() + "; choose another port", e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new Port.PortFailure("cannot stop listening: " + e.getMessage(), e);
        }
    }

    private void welcome(Consumer<Port> visitor) {
        while (!socket.isClosed()) {
            try {
                visitor.accept(TcpLine.accepted(socket.accept()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new Port.PortFailure("the door on port " + port() + " has failed: " + e.getMessage(), e);
                }
            }
        }
    }
}
