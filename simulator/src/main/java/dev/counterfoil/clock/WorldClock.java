package dev.counterfoil.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What a world's clocks show: nanoseconds since the world began, and the date and time in the estate's zone. */
public final class WorldClock {
    private final TurnLoop loop;
    private final ZoneId zone;
    private final long originNanos;
    private Instant epoch;

    public WorldClock(TurnLoop loop, Instant epoch, ZoneId zone) {
        this.loop = loop;
        this.epoch = epoch;
        this.zone = zone;
        this.originNanos = loop.nowNanos();
    }

    /** Nanoseconds since the world began. */
    public long nanos() {
        return loop.nowNanos() - originNanos;
    }

    public LocalDateTime now() {
        return LocalDateTime.ofInstant(epoch.plusNanos(nanos()), zone);
    }

    /** Makes the clock show this date and time now. */
    public void set(LocalDateTime shown) {
        epoch = shown.atZone(zone).toInstant().minusNanos(nanos());
    }
}
