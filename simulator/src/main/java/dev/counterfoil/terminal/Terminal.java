package dev.counterfoil.terminal;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Actor;
import dev.counterfoil.clock.Alarm;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.apdu.Stripe;
import dev.counterfoil.protocol.apdu.StripeReader;
import dev.counterfoil.protocol.iso8583.FrameReader;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.padlink.PadFrameReader;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.PanelEvents;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.store.Store;
import dev.counterfoil.terminal.guard.Plug;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.trace.TraceEvent;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The terminal as an actor: it hears its wires, lets the {@link Firmware} decide, and carries out the effects. */
public final class Terminal extends Actor<DeviceMessage> {
    /** The port of the line to the host. */
    public static final int LINE = 0;

    /** The port of the pad cable. */
    public static final int PAD = 1;

    /** The port of the stripe reader. */
    public static final int READER = 2;

    /** The port of the panel. */
    public static final int PANEL = 3;

    /** The port beside the pad's, which is of the same shape. */
    public static final int OTHER_PORT = 4;

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** What hands do to a terminal, and what it tells itself. */
    public sealed interface Command extends DeviceMessage {}

    public record PowerCut() implements Command {}

    public record PowerReturn() implements Command {}

    /** Somebody opens the case, whether there is power or not. */
    public record OpenCase() implements Command {}

    /** The backup battery gives nothing any more. */
    public record EmptyBattery() implements Command {}

    /** The manufacturer has the terminal: a new battery, no keys, no lock. */
    public record FactoryReset() implements Command {}

    /**
     * The next request that is meant leaves with other fields; its MAC is made over them.
     *
     * @param when asked for every request, in order; stateful (it may count)
     */
    public record PackWith(Predicate<IsoMessage> when, UnaryOperator<IsoMessage> edit) implements Command {}

    /** The time that the firmware has set has passed. */
    private record TimeUp(int number) implements Command {}

    /** The store has acknowledged a write. */
    private record Acknowledged(int boot) implements Command {}

    /** What comes behind an acknowledged write. In its own turn, so that the power can fail between the two. */
    private record GoOn(int boot) implements Command {}

    /**
     * What the estate gives a terminal. Its end of the panel comes with {@link WireSignal.Plugged}, when somebody has
     * come to the terminal.
     *
     * @param store what survives a power cut, see {@link Memory#prepare}
     */
    public record Config(Setup setup, WireEnd line, WireEnd pad, Store store, Trace trace) {}

    private final ActorContext<DeviceMessage> context;
    private final Config config;
    private final Numbers numbers = new Numbers();
    private final StripeReader reader = new StripeReader();
    private final PadFrameReader padReader = new PadFrameReader();
    private List<Effect> todo = List.of();
    private @Nullable FrameReader lineReader;
    private @Nullable Firmware firmware;
    private Plug padPlug = Plug.OUT;
    private boolean batteryEmpty;
    private @Nullable WireEnd panel;
    private boolean panelThere;
    private PanelMessage display = new PanelMessage.Dark();
    private @Nullable Alarm timer;
    private int timers;
    private boolean writing;
    private int boots;

    private Terminal(ActorContext<DeviceMessage> context, Config config) {
        this.context = context;
        this.config = config;
    }

    /** A terminal with its power on; the estate attaches the wires. */
    public static Behavior<DeviceMessage> create(Config config) {
        return Behaviors.setup(context -> {
            Terminal terminal = new Terminal(context, config);
            terminal.boot(false);
            return terminal;
        });
    }

    @Override
    protected void on(DeviceMessage message) {
        notePlugs(message);
        if (message instanceof PackWith order) {
            numbers.order(order);
        } else if (message instanceof PowerReturn && firmware == null) {
            powerOn();
        } else if (message instanceof OpenCase) {
            inTheDark(Firmware::caseOpened);
        } else if (message instanceof FactoryReset) {
            batteryEmpty = false;
            inTheDark(Firmware::factoryReset);
        } else if (message instanceof EmptyBattery) {
            batteryEmpty = true;
            onEmptyBattery();
        } else if (firmware != null) {
            onPower(firmware, message);
        }
    }

    private void onEmptyBattery() {
        if (batteryEmpty && firmware == null) {
            inTheDark(Firmware::batteryEmpty);
        }
    }

    /** What happens to a terminal without its programs running; one that is on starts anew behind it. */
    private void inTheDark(Function<Firmware, List<Effect>> what) {
        boolean on = firmware != null;
        if (on) {
            cut();
        }
        for (Effect effect : what.apply(new Firmware(config.setup, config.store, numbers))) {
            if (effect instanceof Effect.Write m) {
                config.store.write(m.kind(), m.name(), m.record(), () -> {});
            } else if (!(on && effect instanceof Effect.PadSend)) {
                carryOut(effect);
            }
        }
        if (on) {
            powerOn();
        }
    }

    private void powerOn() {
        emit(new TerminalEvents.PowerChanged(true));
        boot(true);
    }

    private void onPower(Firmware on, DeviceMessage message) {
        if (message instanceof PowerCut) {
            cut();
            onEmptyBattery();
        } else if (message instanceof Acknowledged m && m.boot == boots) {
            context.getSelf().tell(new GoOn(boots));
        } else if (message instanceof GoOn m && m.boot == boots) {
            writing = false;
            work();
        } else if (message instanceof TimeUp m && m.number == timers) {
            perform(on.on(new Input.Time()));
        } else if (message instanceof WireSignal.Received m) {
            received(on, m);
        } else if (message instanceof WireSignal signal) {
            input(signal).ifPresent(input -> perform(on.on(input)));
        }
    }

    /** A plug is in or out whether the power is on or not; whoever comes to the panel sees what is displayed. */
    private void notePlugs(DeviceMessage message) {
        if (message instanceof WireSignal.Back m && (m.port() == PAD || m.port() == OTHER_PORT)) {
            padPlug = m.port() == PAD ? Plug.IN : Plug.WRONG_PORT;
        } else if (message instanceof WireSignal.Gone m && (m.port() == PAD || m.port() == OTHER_PORT)) {
            padPlug = Plug.OUT;
            padReader.reset();
        } else if (message instanceof WireSignal.Plugged m && m.port() == PANEL) {
            panel = m.into();
        } else if (message instanceof WireSignal.Back m && m.port() == PANEL) {
            panelThere = true;
            toPanel(display);
        } else if (message instanceof WireSignal.Gone m && m.port() == PANEL) {
            panelThere = false;
        }
    }

    private void boot(boolean afterPowerCut) {
        boots++;
        Firmware fresh = new Firmware(config.setup, config.store, numbers);
        firmware = fresh;
        perform(fresh.boot(padPlug, afterPowerCut));
    }

    private void cut() {
        firmware = null;
        todo = List.of();
        writing = false;
        stopTimer();
        config.line.close();
        lineReader = null;
        display(new PanelMessage.Dark());
        emit(new TerminalEvents.PowerChanged(false));
    }

    private Optional<Input> input(WireSignal signal) {
        if (signal.port() == LINE) {
            return ofLine(signal);
        } else if (signal.port() == PAD && signal instanceof WireSignal.Gone) {
            return Optional.of(new Input.PadGone());
        } else if (signal.port() == PAD && signal instanceof WireSignal.Back) {
            return Optional.of(new Input.PadBack());
        }
        return Optional.empty();
    }

    private Optional<Input> ofLine(WireSignal signal) {
        if (signal instanceof WireSignal.Opened) {
            lineReader = null;
            return Optional.of(new Input.LineOpened());
        } else if (signal instanceof WireSignal.Refused m) {
            return Optional.of(new Input.LineDown(m.cause()));
        } else if (signal instanceof WireSignal.Closed) {
            return Optional.of(new Input.LineDown("closed by the other side"));
        } else if (signal instanceof WireSignal.Gone m) {
            return Optional.of(new Input.LineDown(m.cause()));
        }
        return Optional.empty();
    }

    private void received(Firmware on, WireSignal.Received m) {
        switch (m.port()) {
            case LINE -> frames(m.chunk()).forEach(frame -> perform(on.on(new Input.Frame(frame))));
            case PAD -> padReader.feed(m.chunk(), config.trace.nowNanos()).forEach(piece -> fromPad(on, piece));
            case READER -> reader.feed(m.chunk()).forEach(swipe -> perform(on.on(new Input.Swiped(track2(swipe)))));
            case PANEL -> fromPanel(on, m.chunk());
            default -> {}
        }
    }

    private List<byte[]> frames(byte[] chunk) {
        try {
            if (lineReader == null) {
                lineReader = new FrameReader();
            }
            return lineReader.feed(chunk);
        } catch (Malformed e) {
            lineReader = null;
            emit(new TerminalEvents.LineTrouble("no frame: " + e.getMessage()));
            return List.of();
        }
    }

    private void fromPad(Firmware on, byte[] piece) {
        PadReply reply;
        try {
            reply = PadReply.decode(piece);
        } catch (Malformed e) {
            return;
        }
        perform(on.on(new Input.Pad(reply)));
    }

    private static String track2(byte[] swipe) {
        try {
            return Stripe.decode(swipe).track2();
        } catch (Malformed e) {
            return "";
        }
    }

    private void fromPanel(Firmware on, byte[] chunk) {
        PanelMessage message = PanelMessage.decode(chunk);
        if (message instanceof PanelMessage.Key m) {
            perform(on.on(new Input.Key(m.label())));
        } else if (message instanceof PanelMessage.Choose m) {
            perform(on.on(new Input.Choose(m.entry())));
        } else if (message instanceof PanelMessage.Scan m) {
            perform(on.on(new Input.Scan(m.text())));
        }
    }

    private void perform(List<Effect> effects) {
        if (todo.isEmpty()) {
            todo = effects;
        } else {
            todo.addAll(effects);
        }
        work();
    }

    /** Carries out what is to be done, up to a write that is not acknowledged. */
    private void work() {
        while (!writing && !todo.isEmpty()) {
            carryOut(todo.remove(0));
        }
        if (todo.isEmpty()) {
            todo = List.of();
        }
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Write m) {
            writing = true;
            config.store.write(m.kind(), m.name(), m.record(), acknowledgement());
        } else if (effect instanceof Effect.Delete m) {
            writing = true;
            config.store.delete(m.kind(), m.name(), acknowledgement());
        } else if (effect instanceof Effect.Show m) {
            display(new PanelMessage.Show(m.text(), m.args()));
            emit(new PanelEvents.Showed(m.text(), m.args(), m.cause()));
        } else if (effect instanceof Effect.Sound m) {
            toPanel(new PanelMessage.Sound(m.tone()));
            emit(new PanelEvents.Sounded(m.tone()));
        } else if (effect instanceof Effect.Print m) {
            toPanel(new PanelMessage.Paper(m.slip(), m.lines()));
            emit(new PanelEvents.Printed(m.slip(), m.lines()));
        } else if (effect instanceof Effect.StartTimer m) {
            startTimer(m.millis());
        } else if (effect instanceof Effect.StopTimer) {
            stopTimer();
        } else if (effect instanceof Effect.Emit m) {
            emit(m.event());
        } else {
            transmit(effect);
        }
    }

    /** The pad has one cable: what goes out of the port that it is not in reaches nobody. */
    private void transmit(Effect effect) {
        if (effect instanceof Effect.PadSend m && padPlug != Plug.WRONG_PORT) {
            config.pad.send(m.command().encode());
        } else if (effect instanceof Effect.OtherPortSend m && padPlug == Plug.WRONG_PORT) {
            config.pad.send(m.command().encode());
        } else if (effect instanceof Effect.Dial) {
            config.line.open();
        } else if (effect instanceof Effect.HangUp) {
            config.line.close();
        } else if (effect instanceof Effect.LineSend m) {
            config.line.send(m.frame());
        }
    }

    private void startTimer(long millis) {
        stopTimer();
        timer = Alarm.after(context, millis * NANOS_PER_MILLI, new TimeUp(timers));
    }

    /** One that has rung and is still in the mailbox does not count any more. */
    private void stopTimer() {
        timers++;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void display(PanelMessage shown) {
        display = shown;
        toPanel(shown);
    }

    private void toPanel(PanelMessage message) {
        if (panelThere && panel != null) {
            panel.send(message.encode());
        }
    }

    private Runnable acknowledgement() {
        ActorRef<DeviceMessage> self = context.getSelf();
        int boot = boots;
        return () -> self.tell(new Acknowledged(boot));
    }

    private void emit(TraceEvent event) {
        config.trace.emit(config.setup.name(), event);
    }
}
