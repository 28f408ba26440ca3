package dev.counterfoil.wire;

import dev.counterfoil.protocol.link.LinkEffect;
import dev.counterfoil.protocol.link.LinkStation;
import dev.counterfoil.protocol.link.LinkTimer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The pair of modems at the ends of a dial-up line: what a device sends crosses the line in checksummed frames, and
 * what noise has damaged is sent again ({@link dev.counterfoil.protocol.link}).
 */
final class Modems {
    /** What the pair needs of the line between them. */
    interface Between {
        void transmit(End from, byte[] frame);

        /** Starts a timer anew; it ends in {@link Modems#timeout} with this generation. */
        void startTimer(End at, LinkTimer timer, int generation);

        void deliver(End to, Parcel parcel);

        /** A frame has been sent again. */
        void repeated(End from);

        /** A message could not be brought over however often it was tried. */
        void gaveUp(End from);
    }

    /** A device's message on its way. */
    record Parcel(long id, byte[] sent, byte[] came) {}

    private static final int TRIES = 12;

    private final Between line;
    private final Map<End, Side> sides = new EnumMap<>(End.class);

    Modems(Between line) {
        this.line = line;
        for (End end : End.values()) {
            sides.put(end, new Side(end));
        }
    }

    void send(End from, Parcel parcel) {
        Side side = side(from);
        side.parcels.add(parcel);
        side.apply(side.station.send(parcel.came));
    }

    void heard(End at, byte[] frame) {
        Side side = side(at);
        side.apply(side.station.received(frame));
    }

    void timeout(End at, LinkTimer timer, int generation) {
        Side side = side(at);
        if (side.generations.getOrDefault(timer, 0) == generation) {
            side.apply(side.station.timeout(timer));
        }
    }

    private Side side(End end) {
        return Objects.requireNonNull(sides.get(end));
    }

    /** One modem. */
    private final class Side {
        private final End end;
        private final LinkStation station = new LinkStation(TRIES);
        private final Deque<Parcel> parcels = new ArrayDeque<>();
        private final Map<LinkTimer, Integer> generations = new EnumMap<>(LinkTimer.class);
        private int repeatsTold;

        Side(End end) {
            this.end = end;
        }

        void apply(List<LinkEffect> effects) {
            for (LinkEffect effect : effects) {
                if (effect instanceof LinkEffect.Transmit m) {
                    line.transmit(end, m.bytes());
                } else if (effect instanceof LinkEffect.StartTimer m) {
                    line.startTimer(end, m.timer(), generations.merge(m.timer(), 1, Integer::sum));
                } else if (effect instanceof LinkEffect.StopTimer m) {
                    generations.merge(m.timer(), 1, Integer::sum);
                } else if (effect instanceof LinkEffect.Deliver m) {
                    Parcel sent = side(end.other()).parcels.remove();
                    boolean whole = Arrays.equals(m.payload(), sent.came);
                    line.deliver(end, whole ? sent : new Parcel(sent.id, sent.sent, m.payload()));
                } else {
                    line.gaveUp(end);
                }
            }
            for (; repeatsTold < station.repeats(); repeatsTold++) {
                line.repeated(end);
            }
        }
    }
}
