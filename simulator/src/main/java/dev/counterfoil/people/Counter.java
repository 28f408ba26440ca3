package dev.counterfoil.people;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Alarm;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The people standing at one terminal. They do one task after the other. */
public final class Counter {
    public static final int TERMINAL = 0;
    public static final int PAD = 1;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int MOST_WAITING_TASKS = 64;
    private static final long LOOK_AGAIN_MILLIS = 250;
    private static final int MOST_LOOKS = 20;
    private static final int CARD_SLOT = 0;
    private static final int CARD_STRIPE = 1;

    /** What people are asked. */
    public sealed interface Command extends DeviceMessage {}

    /** Do this; its end is told to the trace under this number. */
    public record Do(long number, Task task) implements Command {}

    private record Move(long turn) implements Command {}

    private record GiveUp(long number) implements Command {}

    private record SwipeOver() implements Command {}

    /**
     * What the estate says of a counter.
     *
     * @param name in the trace: {@code people at T1}
     * @param terminalPanel the people's end of the terminal's panel
     * @param padPanel the people's end of the pad's panel
     * @param reader the end of the terminal's reader that cards are drawn through
     * @param slot the end of the pad's slot that cards are put into
     */
    public record Config(
            String name,
            WireEnd terminalPanel,
            WireEnd padPanel,
            WireEnd reader,
            WireEnd slot,
            Pace pace,
            RandomStream random,
            Trace trace) {}

    private record Waiting(long number, Task task) {}

    private final ActorContext<DeviceMessage> context;
    private final Config config;
    private final Deque<Waiting> waiting = new ArrayDeque<>(2);
    private @Nullable Waiting current;
    private @Nullable Doing doing;
    private @Nullable Alarm limit;
    private @Nullable CardInHand inSlot;
    private Text.Nature terminalShows = Text.Nature.IDLE;
    private Text.Nature padShows = Text.Nature.IDLE;
    private long turn;
    private boolean moving;
    private int looks;

    private Counter(ActorContext<DeviceMessage> context, Config config) {
        this.context = context;
        this.config = config;
    }

    public static Behavior<DeviceMessage> create(Config config) {
        return Behaviors.setup(context -> Behaviors.receiveMessage(new Counter(context, config)::on));
    }

    private Behavior<DeviceMessage> on(DeviceMessage message) {
        if (message instanceof WireSignal.Received m) {
            hear(m.port() == PAD ? Device.PAD : Device.TERMINAL, PanelMessage.decode(m.chunk()));
        } else if (message instanceof Move m) {
            move(m.turn);
        } else if (message instanceof Do m) {
            take(new Waiting(m.number, m.task));
        } else if (message instanceof GiveUp m) {
            giveUp(m.number);
        } else if (message instanceof SwipeOver) {
            config.reader.remove();
        }
        return Behaviors.same();
    }

    private void take(Waiting next) {
        if (waiting.size() == MOST_WAITING_TASKS) {
            throw new IllegalStateException(config.name + " have more than " + MOST_WAITING_TASKS + " tasks to do");
        }
        waiting.add(next);
        if (current == null) {
            begin();
        }
    }

    private void begin() {
        current = waiting.poll();
        doing = current == null ? null : new Doing(current.task);
        goOn();
    }

    private void hear(Device device, PanelMessage message) {
        if (message instanceof PanelMessage.Show m) {
            shows(device, m.text().nature());
            if (doing != null) {
                doing.saw(device, m.text());
            }
        } else if (message instanceof PanelMessage.Dark) {
            shows(device, Text.Nature.IDLE);
            if (doing != null && device == Device.TERMINAL) {
                doing.sawDark();
            }
        }
        goOn();
    }

    /** Ends the task, or sees to it that the hands move when there is something to do. */
    private void goOn() {
        Doing now = doing;
        if (now == null) {
            return;
        }
        if (now.over() != null) {
            end(now.over());
        } else if (now.next() != null && !moving) {
            moveAfter(now.next() instanceof Act.Pause pause ? pause.nanos() : drawNanos());
        } else if (now.isOpened() && limit == null) {
            wait(now);
        }
    }

    private void wait(Doing now) {
        Waiting task = current;
        if (task != null && now.next() == null) {
            long patience = task.task.end().limitSeconds() * NANOS_PER_SECOND;
            limit = Alarm.after(context, patience, new GiveUp(task.number));
        }
    }

    private void moveAfter(long nanos) {
        moving = true;
        Alarm.after(context, nanos, new Move(turn));
    }

    private void move(long ofTurn) {
        Doing now = doing;
        if (ofTurn != turn || now == null) {
            return;
        }
        moving = false;
        while (now.next() instanceof Act.Tell tell) {
            did(tell.role(), tell.what());
            now.done();
        }
        Act act = now.next();
        if (act != null && nobodyAsks(act)) {
            moveAfter(LOOK_AGAIN_MILLIS * NANOS_PER_MILLI);
            return;
        }
        looks = 0;
        if (act != null) {
            now.done();
            perform(act);
        }
        goOn();
    }

    /** A hand that wants whichever device asks waits a while until one does. */
    private boolean nobodyAsks(Act act) {
        return act instanceof Act.Press press
                && press.device() == Device.ASKING
                && terminalShows != Text.Nature.PROMPT
                && padShows != Text.Nature.PROMPT
                && looks++ < MOST_LOOKS;
    }

    private void perform(Act act) {
        if (act instanceof Act.Press m) {
            boolean onPad = m.device() == Device.PAD || (m.device() == Device.ASKING && padShows == Text.Nature.PROMPT);
            (onPad ? config.padPanel : config.terminalPanel).send(new PanelMessage.Key(m.label()).encode());
        } else if (act instanceof Act.Choose m) {
            did("", "chooses " + m.entry().english());
            config.terminalPanel.send(new PanelMessage.Choose(m.entry()).encode());
        } else if (act instanceof Act.Scan m) {
            did("", "scans " + m.text());
            config.terminalPanel.send(new PanelMessage.Scan(m.text()).encode());
        } else if (act instanceof Act.Swipe m) {
            did("", "swipes " + m.card().name());
            config.reader.insert(m.card().card(), CARD_STRIPE, m.card().name());
            Alarm.after(context, config.pace.swipeMillis() * NANOS_PER_MILLI, new SwipeOver());
        } else if (act instanceof Act.Insert m) {
            insert(m.card());
        } else if (act instanceof Act.Remove) {
            remove();
        }
    }

    /** Puts a card in; another one that is in is taken out first, and the same one stays. */
    private void insert(CardInHand card) {
        if (!card.equals(inSlot)) {
            remove();
            did("", "inserts " + card.name());
            config.slot.insert(card.card(), CARD_SLOT, card.name());
            inSlot = card;
        }
    }

    private void remove() {
        if (inSlot != null) {
            did("", "removes " + inSlot.name());
            config.slot.remove();
            inSlot = null;
        }
    }

    private void giveUp(long number) {
        if (doing != null && current != null && current.number == number) {
            doing.giveUp();
            goOn();
        }
    }

    private void end(String how) {
        Waiting ended = current;
        if (ended == null) {
            return;
        }
        if (limit != null) {
            limit.cancel();
            limit = null;
        }
        turn++;
        moving = false;
        looks = 0;
        ended.task.closing().forEach(this::perform);
        config.trace.emit(config.name, new PeopleEvents.TaskEnded(ended.number, ended.task.role(), how));
        begin();
    }

    private void shows(Device device, Text.Nature nature) {
        if (device == Device.PAD) {
            padShows = nature;
        } else {
            terminalShows = nature;
        }
    }

    private void did(String who, String what) {
        String role = who.isEmpty() && current != null ? current.task.role() : who;
        config.trace.emit(config.name, new PeopleEvents.Did(role, what));
    }

    private long drawNanos() {
        return config.pace.drawMillis(config.random) * NANOS_PER_MILLI;
    }
}
