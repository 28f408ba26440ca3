package dev.counterfoil.stage;

import akka.actor.typed.ActorRef;
import dev.counterfoil.estate.Site;
import dev.counterfoil.estate.World;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.people.CardInHand;
import dev.counterfoil.people.Counter;
import dev.counterfoil.people.Pace;
import dev.counterfoil.people.PeopleEvents;
import dev.counterfoil.people.PinHabit;
import dev.counterfoil.people.Task;
import dev.counterfoil.trace.Envelope;
import dev.counterfoil.verb.ref.CardRef;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.WireEnd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of a scenario and the cards they hold; they come when they are first needed. */
final class Cast {
    private static final long LONGEST_TASK_NANOS = 3_600_000_000_000L;

    private final World world;
    private final Map<String, ActorRef<DeviceMessage>> counters = new LinkedHashMap<>();
    private final Map<String, CardInHand> cards = new LinkedHashMap<>();
    private final Map<String, PinHabit> habits = new LinkedHashMap<>();
    private final Map<String, CardRef> used = new LinkedHashMap<>();
    private long tasks;

    Cast(World world) {
        this.world = world;
    }

    /** What the holder of a card does at a PIN prompt. */
    PinHabit habit(CardRef card) {
        PinHabit habit = habits.computeIfAbsent(
                card.name(), name -> new PinHabit(world.plan().card(name).pin()));
        if (!world.built()) {
            habit.learn(world.plan().card(card.name()).pin());
        }
        return habit;
    }

    /** The card itself, made when it is first taken in hand. */
    CardInHand card(CardRef ref) {
        return cards.computeIfAbsent(
                ref.english(),
                name -> new CardInHand(name, world.growCard(ref.english(), ref.name(), isManagers(ref))));
    }

    private static boolean isManagers(CardRef ref) {
        return ref.sort() == CardRef.Sort.MANAGER;
    }

    /** Remembers the card of the latest transaction at a terminal. */
    void used(CardRef card, String terminal) {
        world.evidence()
                .transactions()
                .latestOf(terminal)
                .ifPresent(t -> used.put(t.terminal() + "/" + t.number(), card));
    }

    /** The card that a transaction was made with; the first of the estate when nobody remembers. */
    CardRef cardOf(Transaction transaction) {
        String first = world.plan().estate().cards().keySet().iterator().next();
        return used.getOrDefault(
                transaction.terminal() + "/" + transaction.number(), new CardRef(CardRef.Sort.CARD, first));
    }

    /** Gives the people at a terminal something to do, and runs until they have done it. */
    void perform(String terminal, Task task) {
        world.build();
        long number = ++tasks;
        String counter = "people at " + terminal;
        world.tell(counter(terminal), new Counter.Do(number, task));
        List<Envelope> stream = world.evidence().all();
        int[] read = {stream.size()};
        world.await(() -> endedSince(stream, read, counter, number), LONGEST_TASK_NANOS);
    }

    /** Whether a task has ended, by what has come since the last look: the question is asked at every instant. */
    private static boolean endedSince(List<Envelope> stream, int[] read, String counter, long number) {
        while (read[0] < stream.size()) {
            Envelope next = stream.get(read[0]++);
            if (next.event() instanceof PeopleEvents.TaskEnded ended
                    && ended.task() == number
                    && next.actor().equals(counter)) {
                return true;
            }
        }
        return false;
    }

    private ActorRef<DeviceMessage> counter(String terminal) {
        return counters.computeIfAbsent(terminal, this::open);
    }

    private ActorRef<DeviceMessage> open(String terminal) {
        Site site = world.site(terminal);
        String name = "people at " + terminal;
        WireEnd panel = new WireEnd(site.panel(), End.B);
        WireEnd padPanel = new WireEnd(site.padPanel(), End.B);
        ActorRef<DeviceMessage> counter = world.grow(
                Counter.create(new Counter.Config(
                        name,
                        panel,
                        padPanel,
                        new WireEnd(site.reader(), End.B),
                        new WireEnd(site.slot(), End.B),
                        Pace.USUAL,
                        world.random("people/" + terminal),
                        world.trace())),
                "people-" + terminal);
        panel.attach(counter, Counter.TERMINAL, name);
        padPanel.attach(counter, Counter.PAD, name);
        world.settle();
        return counter;
    }
}
