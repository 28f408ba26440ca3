package dev.counterfoil.evidence;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.trace.Envelope;
import dev.counterfoil.wire.WireEvents;
import org.jspecify.annotations.Nullable;

/** One message on a wire, from sending to its arrival or loss. */
public final class WireMessage {
    private final int number;
    private final Envelope sentAt;
    private final WireEvents.Sent sent;
    private final @Nullable Dialect dialect;
    private @Nullable IsoMessage iso;
    private boolean decoded;
    private @Nullable String fault;
    private long arrivedNanos = -1;
    private byte @Nullable [] came;

    WireMessage(int number, Envelope sentAt, WireEvents.Sent sent, @Nullable Dialect dialect) {
        this.number = number;
        this.sentAt = sentAt;
        this.sent = sent;
        this.dialect = dialect;
    }

    /** Its number in the run, from 1: the one that every view shows. */
    public int number() {
        return number;
    }

    /** Number of the event of its sending. */
    public long event() {
        return sentAt.number();
    }

    /** Its number on its wire. */
    public long id() {
        return sent.id();
    }

    public long sentNanos() {
        return sentAt.timeNanos();
    }

    /** Name of the wire. */
    public String wire() {
        return sentAt.actor();
    }

    public String from() {
        return sent.from();
    }

    public String to() {
        return sent.to();
    }

    /** The frame as sent. */
    public byte[] bytes() {
        return sent.bytes();
    }

    /** The frame as it arrived, changed by a fault or not; null if it has not arrived. */
    public byte @Nullable [] came() {
        return came;
    }

    /** When it arrived first, or -1. */
    public long arrivedNanos() {
        return arrivedNanos;
    }

    /** The fault that struck it, or null. */
    public @Nullable String fault() {
        return fault;
    }

    /** The message as sent, or null where the wire carries something else or the frame is malformed. */
    public @Nullable IsoMessage iso() {
        if (!decoded && dialect != null) {
            decoded = true;
            try {
                iso = dialect.unpack(sent.bytes());
            } catch (Malformed e) {
                iso = null;
            }
        }
        return iso;
    }

    /** The dialect of the wire, or null where it does not carry ISO 8583. */
    public @Nullable Dialect dialect() {
        return dialect;
    }

    void arrived(long nanos, byte[] changed) {
        if (arrivedNanos < 0) {
            arrivedNanos = nanos;
            came = changed.length == 0 ? sent.bytes() : changed;
        }
    }

    void struck(String by) {
        fault = by;
    }
}
