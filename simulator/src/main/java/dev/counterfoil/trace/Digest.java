package dev.counterfoil.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;

/**
 * SHA-256 over the canonical binary form of the stream.
 *
 * <p>An event is: time (8 bytes, big-endian), actor, kind, then its parts in the order told. A text or byte part is a
 * type byte ({@code T}, {@code B}), a 4-byte length and the bytes (UTF-8); a number is {@code N} and 8 bytes; a flag is
 * {@code F} and one byte. Names of parts are fixed by the kind and left out.
 */
public final class Digest implements Consumer<Envelope>, TraceEvent.Teller {
    private static final int BUFFER_BYTES = 8192;

    private final MessageDigest sha256 = sha256();
    private final byte[] pending = new byte[BUFFER_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(pending);

    @Override
    public void accept(Envelope envelope) {
        room(8).putLong(envelope.timeNanos());
        text("actor", envelope.actor());
        text("kind", envelope.event().kind());
        envelope.event().tell(this);
    }

    @Override
    public Digest text(String name, String value) {
        int length = value.length();
        if (length > BUFFER_BYTES - 5) {
            return part('T', value.getBytes(StandardCharsets.UTF_8));
        }
        ByteBuffer to = room(5 + length);
        int at = to.position() + 5;
        int all = 0;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            all |= c;
            pending[at + i] = (byte) c;
        }
        if (all > 127) {
            return part('T', value.getBytes(StandardCharsets.UTF_8));
        }
        to.put((byte) 'T').putInt(length).position(at + length);
        return this;
    }

    @Override
    public Digest number(String name, long value) {
        room(9).put((byte) 'N').putLong(value);
        return this;
    }

    @Override
    public Digest flag(String name, boolean value) {
        room(2).put((byte) 'F').put((byte) (value ? 1 : 0));
        return this;
    }

    @Override
    public Digest bytes(String name, byte[] value) {
        return part('B', value);
    }

    /** The digest so far, 32 bytes; the stream may go on. */
    public byte[] value() {
        flush();
        try {
            return ((MessageDigest) sha256.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of this JDK cannot be read in mid-stream", e);
        }
    }

    private Digest part(char type, byte[] value) {
        room(5).put((byte) type).putInt(value.length);
        if (value.length > BUFFER_BYTES) {
            flush();
            sha256.update(value);
        } else {
            room(value.length).put(value);
        }
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        sha256.update(pending, 0, buffer.position());
        buffer.clear();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
