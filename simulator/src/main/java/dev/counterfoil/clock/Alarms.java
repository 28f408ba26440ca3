package dev.counterfoil.clock;

import akka.actor.typed.javadsl.ActorContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What one actor means to do later, by key. When an alarm rings, the actor is told, and hands what it was told to
 * {@link #rang} in its own turn; an alarm that was cancelled or set anew in the meantime does nothing there.
 *
 * @param <M> what the actor can be told
 */
public final class Alarms<M> {
    private final ActorContext<M> context;
    private final Function<Ring, M> message;
    private final Map<String, Pending> byKey = new HashMap<>();
    private long last;

    /** One alarm that has rung. */
    public record Ring(String key, long number) {}

    private record Pending(long number, Alarm alarm, Runnable then) {}

    /** @param message wraps a ring as the actor's own message */
    public Alarms(ActorContext<M> context, Function<Ring, M> message) {
        this.context = context;
        this.message = message;
    }

    /** Sets an alarm; an earlier one of this key is cancelled. */
    public void set(String key, long nanos, Runnable then) {
        cancel(key);
        long number = ++last;
        Alarm alarm = Alarm.after(context, nanos, message.apply(new Ring(key, number)));
        byKey.put(key, new Pending(number, alarm, then));
    }

    /** Does what was to be done, unless it was cancelled or set anew. */
    public void rang(Ring ring) {
        Pending pending = byKey.get(ring.key);
        if (pending != null && pending.number == ring.number) {
            byKey.remove(ring.key);
            pending.then.run();
        }
    }

    /** Does nothing when there is none of this key. */
    public void cancel(String key) {
        Pending pending = byKey.remove(key);
        if (pending != null) {
            pending.alarm.cancel();
        }
    }

    public void cancelAll() {
        byKey.values().forEach(pending -> pending.alarm.cancel());
        byKey.clear();
    }
}
