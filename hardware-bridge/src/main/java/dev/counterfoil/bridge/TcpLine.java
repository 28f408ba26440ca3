package dev.counterfoil.bridge;

import dev.counterfoil.wire.Port;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection: one that is dialled, or one that a {@link TcpDoor} has taken in. What is written waits in a short
 * queue, so that a far side that does not read holds nobody up; when the queue is full the far side counts as gone.
 */
public final class TcpLine implements Port {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int CHUNK_BYTES = 8_192;
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_WAITING = 1_024;
    private static final byte[] LAST = new byte[0];

    private final Socket socket;
    private final @Nullable InetSocketAddress to;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final BlockingQueue<byte[]> toSend = new LinkedBlockingQueue<>(MOST_WAITING);

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
        start(() -> read(listener), "counterfoil-from-" + description());
        start(() -> send(listener), "counterfoil-to-" + description());
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void write(byte[] bytes) {
        if (closed.get() || !toSend.offer(bytes)) {
            throw new PortFailure(description() + " takes no bytes any more");
        }
    }

    @Override
    public void close() {
        closed.set(true);
        toSend.clear();
        toSend.add(LAST);
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

    private void send(Listener listener) {
        try {
            for (byte[] bytes = toSend.take(); bytes != LAST; bytes = toSend.take()) {
                socket.getOutputStream().write(bytes);
            }
        } catch (IOException e) {
            lost(listener, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lost(Listener listener, String cause) {
        if (!closed.get()) {
            listener.lost(description() + ": " + cause);
        }
    }
}
