package dev.counterfoil.terminal.keys;

import dev.counterfoil.protocol.padlink.PadCommand;
import java.nio.charset.StandardCharsets;

/** What tells the modes of a download apart at the terminal: what it asks of its pad. */
enum DownloadMode {
    /** As the patent's text has it. */
    LITERAL {
        @Override
        PadCommand begin() {
            return new PadCommand.BeginDownload();
        }

        @Override
        boolean wraps(byte[] wrapped) {
            return wrapped.length == 16 || wrapped.length == 24;
        }

        @Override
        PadCommand load(int index, String checkValue, byte[] wrapped) {
            return new PadCommand.LoadUnderCardKey(index, checkValue, wrapped);
        }
    },
    /** With a random number of the host, a MAC on every message after the request, and a key block. */
    HARDENED {
        @Override
        PadCommand begin() {
            return new PadCommand.BeginHardenedDownload();
        }

        @Override
        boolean wraps(byte[] wrapped) {
            return wrapped.length > 0;
        }

        @Override
        PadCommand load(int index, String checkValue, byte[] wrapped) {
            return new PadCommand.LoadKeyBlock(index, checkValue, new String(wrapped, StandardCharsets.ISO_8859_1));
        }
    };

    private static final int R3_BYTES = 8;

    /** Whether the pad makes and checks a MAC of each message. */
    boolean bound() {
        return this == HARDENED;
    }

    /** Whether a host that sends this R3 downloads in this mode; an empty one is none. */
    boolean accepts(byte[] r3) {
        return !bound() || r3.length == R3_BYTES;
    }

    /** Has the pad draw random numbers. */
    abstract PadCommand begin();

    /** Whether a wrapped key of this length can be one. */
    abstract boolean wraps(byte[] wrapped);

    /** Has the pad store a wrapped key. */
    abstract PadCommand load(int index, String checkValue, byte[] wrapped);
}
