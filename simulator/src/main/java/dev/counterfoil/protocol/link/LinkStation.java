package dev.counterfoil.protocol.link;

import dev.counterfoil.protocol.link.LinkEffect.Deliver;
import dev.counterfoil.protocol.link.LinkEffect.GaveUp;
import dev.counterfoil.protocol.link.LinkEffect.Refused;
import dev.counterfoil.protocol.link.LinkEffect.StartTimer;
import dev.counterfoil.protocol.link.LinkEffect.StopTimer;
import dev.counterfoil.protocol.link.LinkEffect.Transmit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What one end of a checksummed line decides: stop and wait, each payload sent up to a number of times.
 *
 * <p>Every call returns what is to be done, in order. A payload is delivered at most once for each time it was handed
 * in; it may be delivered at the far end and still be given up here, when every acknowledgement was lost.
 */
public final class LinkStation {
    /** How often a payload is sent unless said otherwise, the first time included. */
    public static final int DEFAULT_TRIES = 5;

    /** Payloads that may wait behind the one on its way. */
    public static final int QUEUE_LIMIT = 32;

    private final int tries;
    private final FrameHunter hunter = new FrameHunter();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private @Nullable LinkFrame outstanding;
    private int sent;
    private int nextSequence;
    private int lastDelivered = -1;
    private int repeats;
    private int harmed;

    public LinkStation() {
        this(DEFAULT_TRIES);
    }

    /** A station that sends each payload up to {@code tries} times, 1 or more. */
    public LinkStation(int tries) {
        if (tries < 1) {
            throw new IllegalArgumentException("tries " + tries + ", 1 or more expected");
        }
        this.tries = tries;
    }

    /**
     * Hands in a payload of 0 to 4096 bytes.
     *
     * @throws IllegalArgumentException when it is longer
     */
    public List<LinkEffect> send(byte[] payload) {
        List<LinkEffect> effects = new ArrayList<>();
        if (payload.length > LinkFrame.LIMIT_BYTES) {
            throw new IllegalArgumentException(
                    "payload of " + payload.length + " bytes, at most " + LinkFrame.LIMIT_BYTES);
        }
        if (waiting.size() == QUEUE_LIMIT) {
            effects.add(new Refused(payload.clone()));
            return effects;
        }
        waiting.add(payload.clone());
        sendNext(effects);
        return effects;
    }

    /** Takes what came down the line, cut anywhere. */
    public List<LinkEffect> received(byte[] chunk) {
        List<LinkEffect> effects = new ArrayList<>();
        boolean wasPending = hunter.pending() > 0;
        for (LinkFrame frame : hunter.feed(chunk)) {
            if (frame == null) {
                refuse(effects);
            } else {
                switch (frame.kind()) {
                    case DATA -> accept(frame, effects);
                    case ACK -> acknowledged(frame.sequence(), effects);
                    case NAK -> refused(frame.sequence(), effects);
                }
            }
        }
        if (hunter.pending() > 0) {
            effects.add(new StartTimer(LinkTimer.SILENCE));
        } else if (wasPending) {
            effects.add(new StopTimer(LinkTimer.SILENCE));
        }
        return effects;
    }

    /** Takes the end of a timer. */
    public List<LinkEffect> timeout(LinkTimer timer) {
        List<LinkEffect> effects = new ArrayList<>();
        if (timer == LinkTimer.SILENCE) {
            if (hunter.drop()) {
                refuse(effects);
            }
        } else {
            repeat(effects);
        }
        return effects;
    }

    private void accept(LinkFrame frame, List<LinkEffect> effects) {
        effects.add(new Transmit(LinkFrame.ack(frame.sequence()).encode()));
        if (frame.sequence() != lastDelivered) {
            lastDelivered = frame.sequence();
            effects.add(new Deliver(frame.payload()));
        }
    }

    private void refuse(List<LinkEffect> effects) {
        harmed++;
        effects.add(new Transmit(LinkFrame.nak((lastDelivered + 1) & 0xFF).encode()));
    }

    private void acknowledged(int sequence, List<LinkEffect> effects) {
        LinkFrame frame = outstanding;
        if (frame != null && frame.sequence() == sequence) {
            effects.add(new StopTimer(LinkTimer.ANSWER));
            outstanding = null;
            sendNext(effects);
        }
    }

    private void refused(int sequence, List<LinkEffect> effects) {
        LinkFrame frame = outstanding;
        if (frame != null && frame.sequence() == sequence) {
            repeat(effects);
        }
    }

    private void repeat(List<LinkEffect> effects) {
        LinkFrame frame = outstanding;
        if (frame == null) {
            return;
        }
        if (sent < tries) {
            repeats++;
            transmit(frame, effects);
            return;
        }
        effects.add(new StopTimer(LinkTimer.ANSWER));
        effects.add(new GaveUp(frame.payload()));
        outstanding = null;
        sendNext(effects);
    }

    private void sendNext(List<LinkEffect> effects) {
        if (outstanding != null || waiting.isEmpty()) {
            return;
        }
        LinkFrame frame = LinkFrame.data(nextSequence, waiting.remove());
        nextSequence = (nextSequence + 1) & 0xFF;
        outstanding = frame;
        sent = 0;
        transmit(frame, effects);
    }

    private void transmit(LinkFrame frame, List<LinkEffect> effects) {
        sent++;
        effects.add(new Transmit(frame.encode()));
        effects.add(new StartTimer(LinkTimer.ANSWER));
    }

    /** Frames sent again so far. */
    public int repeats() {
        return repeats;
    }

    /** Data frames that came harmed or incomplete so far. */
    public int harmed() {
        return harmed;
    }

    /** True when nothing is on its way and nothing waits. */
    public boolean idle() {
        return outstanding == null && waiting.isEmpty();
    }
}
