package dev.counterfoil.wire;

/** A real far end: a serial port, a socket. Implementations live outside the simulator. */
public interface Port extends AutoCloseable {
    /** Device, line and settings, for the badge in the report. */
    String description();

    /**
     * Starts listening. The listener is called on a thread of the port.
     *
     * @throws PortFailure naming port and cause when it cannot be opened
     */
    void open(Listener listener);

    /** @throws PortFailure when the far side is gone */
    void write(byte[] bytes);

    /** Ends the connection; calling twice does no harm. */
    @Override
    void close();

    /** Hears the far side. */
    interface Listener {
        void received(byte[] bytes);

        /** The far side is gone; nothing more will be received. */
        void lost(String cause);
    }

    /** A port that cannot be opened or has failed; the message names it and says what to do. */
    final class PortFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PortFailure(String message, Throwable cause) {
            super(message, cause);
        }

        public PortFailure(String message) {
            super(message);
        }
    }
}
