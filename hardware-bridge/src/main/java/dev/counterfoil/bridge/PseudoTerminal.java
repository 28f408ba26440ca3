package dev.counterfoil.bridge;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import dev.counterfoil.wire.Port;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A serial line without a cable: a pseudo-terminal (Linux and macOS). Whoever opens {@link #path} talks to this port.
 * It takes every line setting, and does not pace to a baud rate.
 */
public final class PseudoTerminal implements Port {
    private static final int READ_WRITE_NOT_CONTROLLING = 2 | 0400;
    private static final int POLL_IN = 1;
    private static final int POLL_MILLIS = 200;
    private static final int CHUNK_BYTES = 4096;
    private static final int PATH_BYTES = 128;

    private final LibC c;
    private final int descriptor;
    private final String path;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PseudoTerminal(LibC c, int descriptor, String path) {
        this.c = c;
        this.descriptor = descriptor;
        this.path = path;
    }

    /**
     * Makes a new pair and keeps its near side.
     *
     * @throws PortFailure when the system has no pseudo-terminals to give
     */
    public static PseudoTerminal make() {
        try {
            LibC c = Native.load("c", LibC.class);
            int descriptor = c.posix_openpt(READ_WRITE_NOT_CONTROLLING);
            byte[] name = new byte[PATH_BYTES];
            if (descriptor < 0
                    || c.grantpt(descriptor) != 0
                    || c.unlockpt(descriptor) != 0
                    || c.ptsname_r(descriptor, name, new NativeLong(name.length)) != 0) {
                throw new PortFailure("no pseudo-terminal to be had: error " + Native.getLastError());
            }
            return new PseudoTerminal(c, descriptor, Native.toString(name));
        } catch (UnsatisfiedLinkError e) {
            throw new PortFailure("no pseudo-terminals on this system", e);
        }
    }

    /** The far side, to be opened as a serial port. */
    public String path() {
        return path;
    }

    @Override
    public String description() {
        return "pseudo-terminal " + path;
    }

    @Override
    public void open(Listener listener) {
        Thread reader = new Thread(() -> read(listener), "counterfoil-" + path);
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void write(byte[] bytes) {
        try {
            c.write(descriptor, bytes, new NativeLong(bytes.length));
        } catch (LastErrorException e) {
            throw new PortFailure(description() + " has failed", e);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            c.close(descriptor);
        }
    }

    private void read(Listener listener) {
        byte[] buffer = new byte[CHUNK_BYTES];
        boolean seen = false;
        while (!closed.get()) {
            int count = readOnce(buffer);
            if (count > 0) {
                seen = true;
                listener.received(Arrays.copyOf(buffer, count));
            } else if (count < 0 && seen && !closed.get()) {
                listener.lost(description() + ": nobody has the far side open any more");
                return;
            } else if (count < 0) {
                pause();
            }
        }
    }

    /** Bytes read, 0 for silence, -1 while nobody has the far side open. */
    private int readOnce(byte[] buffer) {
        try {
            if (c.poll(new int[] {descriptor, POLL_IN}, new NativeLong(1), POLL_MILLIS) == 0) {
                return 0;
            }
            return c.read(descriptor, buffer, new NativeLong(buffer.length)).intValue();
        } catch (LastErrorException e) {
            return -1;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS / 10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is needed of the C library; names and types are POSIX's. */
    interface LibC extends Library {
        int posix_openpt(int flags);

        int grantpt(int descriptor);

        int unlockpt(int descriptor);

        int ptsname_r(int descriptor, byte[] name, NativeLong length);

        int poll(int[] descriptors, NativeLong count, int timeoutMillis) throws LastErrorException;

        NativeLong read(int descriptor, byte[] buffer, NativeLong count) throws LastErrorException;

        NativeLong write(int descriptor, byte[] buffer, NativeLong count) throws LastErrorException;

        int close(int descriptor);
    }
}
