package dev.counterfoil.bridge;

import dev.counterfoil.wire.Port;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A TCP connection: one that is dialled, or one that a {@link TcpDoor} has taken in. */
public final class TcpLine implements Port {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int CHUNK_BYTES = 8_192;
    private static final int HIGHEST_PORT = 65_535;

    private final Socket socket;
    private final @Nullable InetSocketAddress to;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TcpLine(Socket socket, @Nullable InetSocketAddress to) {
        this.socket = socket;
        this.to = to;
    }

    static Port to(String address) {
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        if (colon <= 0 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
            throw new PortFailure("'tcp:" + address + "' is not of the form tcp:HOST:PORT");
        }
        return new TcpLine(new Socket(), new InetSocketAddress(address.substring(0, colon), Integer.parseInt(port)));
    }

    static Port accepted(Socket socket) {
        return new TcpLine(socket, null);
    }

    @Override
    public String description() {
        return "tcp " + (to == null ? socket.getRemoteSocketAddress() : to);
    }

    @Override
    public void open(Listener listener) {
        try {
            if (to != null) {
                socket.connect(to, CONNECT_MILLIS);
            }
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new PortFailure("cannot open " + description() + ": " + e.getMessage(), e);
        }
        Thread reader = new Thread(() -> read(listener), "counterfoil-" + description());
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new PortFailure(description() + " has failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        closed.set(true);
        try {
            socket.close();
        } catch (IOException e) {
            throw new PortFailure("cannot close " + description() + ": " + e.getMessage(), e);
        }
    }

    private void read(Listener listener) {
        byte[] buffer = new byte[CHUNK_BYTES];
        try {
            int count = socket.getInputStream().read(buffer);
            while (count >= 0) {
                listener.received(Arrays.copyOf(buffer, count));
                count = socket.getInputStream().read(buffer);
            }
            lost(listener, "the far side has closed the connection");
        } catch (IOException e) {
            lost(listener, String.valueOf(e.getMessage()));
        }
    }

    private void lost(Listener listener, String cause) {
        if (!closed.get()) {
            listener.lost(description() + ": " + cause);
        }
    }
}
