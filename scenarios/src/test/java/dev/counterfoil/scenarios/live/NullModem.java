package dev.counterfoil.scenarios.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A loopback socket at which whatever one caller says goes to all others. */
final class NullModem implements AutoCloseable {
    private final ServerSocket door;
    private final List<Socket> callers = new ArrayList<>();

    NullModem() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        start(this::open);
    }

    String address() {
        return "tcp:127.0.0.1:" + door.getLocalPort();
    }

    private void open() {
        try {
            while (true) {
                Socket caller = door.accept();
                synchronized (callers) {
                    callers.add(caller);
                }
                start(() -> carry(caller));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void carry(Socket from) {
        byte[] bytes = new byte[1024];
        try (from) {
            InputStream in = from.getInputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                say(from, bytes, read);
            }
        } catch (IOException gone) {
            // the caller has hung up
        }
        synchronized (callers) {
            callers.remove(from);
        }
    }

    private void say(Socket from, byte[] bytes, int length) throws IOException {
        synchronized (callers) {
            for (Socket each : callers) {
                if (each != from) {
                    each.getOutputStream().write(bytes, 0, length);
                }
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "null modem");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        synchronized (callers) {
            for (Socket each : callers) {
                each.close();
            }
        }
    }
}
