package dev.counterfoil.host.download;

import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.host.ManagerCard;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The downloads under way, by terminal number, and the first random numbers of those before. A power cut ends them. */
public final class Sessions {
    private static final int SESSION_BYTES = 4;
    private static final int R3_BYTES = 8;
    private static final int R1_KEPT = 10_000;
    private static final byte[] NONE = {};

    private final Map<String, Session> open = new LinkedHashMap<>();
    private final Set<String> seenR1 = new LinkedHashSet<>();
    private final RandomStream random;
    private final Supplier<LocalDateTime> now;
    private final LongSupplier lifeNanos;

    /**
     * A download under way.
     *
     * @param r3 random number of the host; empty in LITERAL
     * @param stan F11 of its messages
     * @param card null until it has proved itself
     */
    public record Session(
            byte[] id,
            byte[] r3,
            String stan,
            LocalDateTime begun,
            String r1,
            @Nullable ManagerCard card) {
        /** The card is known by its answer to R1. */
        public Session proved(String itsR1, ManagerCard itsCard) {
            return new Session(id, r3, stan, begun, itsR1, itsCard);
        }
    }

    /** @param lifeNanos how old a session may grow */
    public Sessions(RandomStream random, Supplier<LocalDateTime> now, LongSupplier lifeNanos) {
        this.random = random;
        this.now = now;
        this.lifeNanos = lifeNanos;
    }

    /** The session that is open, of whatever age. */
    public @Nullable Session of(String terminalId) {
        return open.get(terminalId);
    }

    /** The session that this message begins; when it comes again, the same. */
    public Session begin(String terminalId, String stan, boolean bound) {
        Session session = open.get(terminalId);
        if (session == null || !session.stan.equals(stan)) {
            byte[] r3 = bound ? random.bytes(R3_BYTES) : NONE;
            session = new Session(random.bytes(SESSION_BYTES), r3, stan, now.get(), "", null);
            put(terminalId, session);
        }
        return session;
    }

    /** A session that nobody has begun, for a message of none; it is not kept. */
    public Session stray(byte @Nullable [] id, String stan) {
        return new Session(id == null ? random.bytes(SESSION_BYTES) : id, NONE, stan, now.get(), "", null);
    }

    public void put(String terminalId, Session session) {
        open.put(terminalId, session);
        if (!session.r1.isEmpty()) {
            seenR1.add(session.r1);
        }
        if (seenR1.size() > R1_KEPT) {
            seenR1.remove(seenR1.iterator().next());
        }
    }

    public void remove(String terminalId) {
        open.remove(terminalId);
    }

    /** The session that is open, when the host has bound it with a random number and it is not too old. */
    public @Nullable Session fresh(String terminalId) {
        Session session = open.get(terminalId);
        LocalDateTime oldest = now.get().minusNanos(lifeNanos.getAsLong());
        return session != null && session.r3.length > 0 && !session.begun.isBefore(oldest) ? session : null;
    }

    /** Whether R1 has come in an earlier download. */
    public boolean repeated(String terminalId, String r1) {
        Session session = open.get(terminalId);
        return seenR1.contains(r1) && (session == null || !session.r1.equals(r1));
    }
}
