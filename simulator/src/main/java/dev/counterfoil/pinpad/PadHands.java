package dev.counterfoil.pinpad;

import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.trace.TraceEvent;

/** What the decisions of a pad bring about outside of it. */
interface PadHands {
    /** Sends a reply to the terminal. */
    void reply(PadReply reply);

    void display(Text text, String... args);

    /** Tells the trace. */
    void tell(TraceEvent event);

    /** Sends bytes to the card in the slot. */
    void toCard(byte[] bytes);

    /** Sends a frame on the injection cable. */
    void toLoader(byte[] frame);

    /** Rings after this time, instead of whatever was to ring before. */
    void ringAfter(long millis);

    /** Nothing rings any more. */
    void silence();

    /** {@code length} random bytes. */
    byte[] random(int length);

    /** Random bytes for PIN blocks. */
    default NonceSource nonces() {
        return target -> System.arraycopy(random(target.length), 0, target, 0, target.length);
    }
}
