package dev.counterfoil.bridge;

import dev.counterfoil.wire.Port;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import jssc.SerialPort;
import jssc.SerialPortException;
import jssc.SerialPortList;

/**
 * A serial line. It is looked at every millisecond, so that a far side that dies is noticed at once: jSSC's untimed
 * read would spin for ever on a pseudo-terminal whose other side is closed, and its timed read keeps a processor busy.
 */
public final class SerialLine implements Port {
    private static final int LOOK_NANOS = 1_000_000;
    private static final int CHUNK_BYTES = 4096;
    private static final byte[] NOTHING = new byte[0];

    private final SerialSettings settings;
    private final SerialPort port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SerialLine(SerialSettings settings) {
        this.settings = settings;
        this.port = new SerialPort(settings.device());
    }

    static Port at(String address) {
        return new SerialLine(SerialSettings.parse(address));
    }

    /** Names of the serial ports that the system lists; a path that is not listed can be opened all the same. */
    public static List<String> listed() {
        return Arrays.asList(SerialPortList.getPortNames());
    }

    @Override
    public String description() {
        return settings.toString();
    }

    @Override
    public void open(Listener listener) {
        try {
            port.openPort();
            // A pseudo-terminal takes the settings and still says no; the line is usable, so this is no failure.
            port.setParams(settings.baud(), settings.dataBits(), settings.stopBits(), parity(), true, true);
            port.purgePort(SerialPort.PURGE_RXCLEAR | SerialPort.PURGE_TXCLEAR);
        } catch (SerialPortException e) {
            throw new PortFailure(
                    "cannot open " + settings + ": " + e.getExceptionType() + "; is it there and free?", e);
        }
        Thread reader = new Thread(() -> read(listener), "counterfoil-" + settings.device());
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void write(byte[] bytes) {
        try {
            if (!port.writeBytes(bytes)) {
                throw new PortFailure(settings + " does not take bytes any more");
            }
        } catch (SerialPortException e) {
            throw new PortFailure(settings + " has failed: " + e.getExceptionType(), e);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true) && port.isOpened()) {
            try {
                port.closePort();
            } catch (SerialPortException e) {
                throw new PortFailure("cannot close " + settings + ": " + e.getExceptionType(), e);
            }
        }
    }

    private void read(Listener listener) {
        try {
            while (!closed.get()) {
                byte[] chunk = readOnce();
                if (chunk.length > 0) {
                    listener.received(chunk);
                }
            }
        } catch (SerialPortException e) {
            lost(listener, String.valueOf(e.getExceptionType()));
        }
    }

    /** What has come by now; after a pause when the line is silent. */
    private byte[] readOnce() throws SerialPortException {
        int waiting = Math.min(port.getInputBufferBytesCount(), CHUNK_BYTES);
        if (waiting > 0) {
            return port.readBytes(waiting);
        }
        LockSupport.parkNanos(LOOK_NANOS);
        return NOTHING;
    }

    private void lost(Listener listener, String cause) {
        if (!closed.get()) {
            listener.lost(settings + ": " + cause);
        }
    }

    private int parity() {
        return switch (settings.parity()) {
            case 'O' -> SerialPort.PARITY_ODD;
            case 'E' -> SerialPort.PARITY_EVEN;
            default -> SerialPort.PARITY_NONE;
        };
    }
}
