package dev.counterfoil.pinpad;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Actor;
import dev.counterfoil.clock.Alarm;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.crypto.WorkingKeys;
import dev.counterfoil.crypto.dukpt.Ksn;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadFrameReader;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadReply.SlotReading;
import dev.counterfoil.protocol.panel.PanelEvents;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.store.Store;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.trace.TraceEvent;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PIN pad. It answers its terminal on the cable, asks people through its own panel, and talks to the card in its
 * slot.
 * What it decides is in {@code PadDecisions}.
 */
public final class PinPad extends Actor<DeviceMessage> {
    public static final int CABLE = 0;
    public static final int SLOT = 1;
    public static final int PANEL = 2;
    public static final int INJECTION = 3;

    /** What hands do to a pad. */
    public sealed interface Command extends DeviceMessage {}

    public record PowerCut() implements Command {}

    public record PowerReturn() implements Command {}

    /** From now on the pad answers nothing, until it is switched off and on. */
    public record Mute() implements Command {}

    /**
     * Keys are put in before the pad is delivered: what a world starts with.
     *
     * @param working null for a pad with a master key only
     */
    public record Provision(CipherKey master, WorkingKeys.@Nullable Good working) implements Command {}

    /** The same for a pad under DUKPT, whose first transaction will be {@code next}. */
    public record ProvisionDukpt(CipherKey initialKey, Ksn next) implements Command {}

    /** The master key's place in the chip does not hold what was written to it any more. */
    public record DamageMasterKey() implements Command {}

    /** Somebody opens the case; a pad without power notices. */
    public record OpenCase() implements Command {}

    /** Something is put over the card slot, or taken off; a pad without power has it over its slot as well. */
    public record CoverSlot(SlotReading reading) implements Command {}

    /** The backup battery gives nothing any more. */
    public record EmptyBattery() implements Command {}

    /** The manufacturer has the pad: new seal, new battery, no keys. */
    public record FactoryReset() implements Command {}

    private record Ring(long number) implements Command {}

    /**
     * What the estate says of a pad; it may come to another cable later. Its ends of the card slot and the panel come
     * with {@link WireSignal.Plugged}, when somebody has come to the pad.
     *
     * @param name in the trace: {@code pad of T1}
     * @param terminal whose keys it holds: {@code T1}
     * @param serialNumber of the pad: the device id that the factory wrote into its key chip
     * @param chipKey 16 bytes, written with it
     * @param pairing what the terminal that it belongs to sends on re-activation, such as the terminal's serial number
     */
    public record Config(
            String name,
            String terminal,
            String serialNumber,
            CipherKey chipKey,
            String pairing,
            PadPolicy policy,
            WireEnd cable,
            Store store,
            RandomStream random,
            Trace trace,
            Witness witness) {}

    private final ActorContext<DeviceMessage> context;
    private final Config config;
    private final KeySlots slots;
    private final ProbeGuard guard;
    private final TamperGuard tamper;
    private final PadDecisions decisions;
    private final PadFrameReader cable = new PadFrameReader();
    private Framing.@Nullable Reader loaderReader;
    private WireEnd terminalEnd;
    private @Nullable WireEnd slot;
    private @Nullable WireEnd panel;
    private @Nullable WireEnd loader;
    private @Nullable Alarm alarm;
    private long rings;
    private boolean powered;
    private boolean mute;

    private PinPad(ActorContext<DeviceMessage> context, Config config) {
        this.context = context;
        this.config = config;
        this.terminalEnd = config.cable;
        KeyDiary diary = new KeyDiary(config.name, config.terminal, config.trace, config.witness);
        diary.device(config.serialNumber, config.chipKey);
        slots = new KeySlots(config.chipKey, config.store, diary);
        guard = new ProbeGuard(config.policy.probeLimit(), config.store, config.trace);
        tamper = new TamperGuard(slots, config.store);
        decisions = new PadDecisions(new Hands(), slots, diary, config, guard, tamper);
        powerOn();
    }

    public static Behavior<DeviceMessage> create(Config config) {
        return Behaviors.setup(context -> new PinPad(context, config));
    }

    @Override
    protected void on(DeviceMessage message) {
        if (message instanceof PowerReturn && !powered) {
            powerOn();
            config.trace.emit(config.name, new PadEvents.PowerChanged(true));
        } else if (message instanceof WireSignal.Gone m) {
            gone(m);
        } else if (message instanceof WireSignal.Plugged m) {
            plugged(m);
        } else if (message instanceof OpenCase) {
            decisions.caseOpened(powered);
        } else if (message instanceof CoverSlot m) {
            tamper.slotReads(m.reading);
        } else if (message instanceof EmptyBattery) {
            tamper.batteryEmpty(powered);
        } else if (message instanceof FactoryReset) {
            tamper.reset(powered);
            decisions.showIdle(powered);
        } else if (powered) {
            onPowered(message);
        }
    }

    private void onPowered(DeviceMessage message) {
        if (message instanceof WireSignal.Received m) {
            received(m);
        } else if (message instanceof WireSignal.Back m) {
            back(m.port());
        } else if (message instanceof Ring m) {
            ring(m);
        } else if (message instanceof PowerCut) {
            powerOff();
        } else if (message instanceof Mute) {
            mute = true;
        } else if (message instanceof Provision m) {
            provision(m);
        } else if (message instanceof ProvisionDukpt m) {
            slots.storeDukpt(m.initialKey, m.next, "provisioned", () -> {});
        } else if (message instanceof DamageMasterKey) {
            slots.lose("slot damaged");
        }
    }

    private void received(WireSignal.Received m) {
        if (m.port() == CABLE) {
            cable.feed(m.chunk(), config.trace.nowNanos()).forEach(this::heard);
        } else if (m.port() == SLOT) {
            decisions.cardSaid(m.chunk());
        } else if (m.port() == INJECTION && loaderReader != null) {
            loaderReader.feed(m.chunk()).forEach(this::loaderSaid);
        } else if (PanelMessage.decode(m.chunk()) instanceof PanelMessage.Key key) {
            decisions.pressed(key.label());
        }
    }

    /** A frame that came damaged is not answered; one that is whole and means nothing is. */
    private void heard(byte[] frame) {
        if (mute || !PadCommand.intact(frame)) {
            return;
        }
        PadCommand command;
        try {
            command = PadCommand.decode(frame);
        } catch (Malformed e) {
            decisions.unknown();
            return;
        }
        decisions.command(command);
    }

    private void loaderSaid(byte[] frame) {
        if (!mute) {
            decisions.loaderSaid(frame);
        }
    }

    private void plugged(WireSignal.Plugged m) {
        if (m.port() == CABLE) {
            terminalEnd = m.into();
        } else if (m.port() == SLOT) {
            slot = m.into();
        } else if (m.port() == PANEL) {
            panel = m.into();
        } else if (m.port() == INJECTION) {
            loader = m.into();
            loaderReader = config.policy.injection().reader();
        }
    }

    private void toPanel(PanelMessage message) {
        if (panel != null) {
            panel.send(message.encode());
        }
    }

    private void back(int port) {
        if (port == SLOT) {
            decisions.cardInserted();
        } else if (port == CABLE) {
            cable.reset();
        } else if (port == INJECTION && loaderReader != null) {
            loaderReader.reset();
        }
    }

    /** The chip notices a loose cable on its battery, so keys freeze without power too. */
    private void gone(WireSignal.Gone m) {
        if (m.port() == SLOT) {
            decisions.cardPulled();
        } else if (m.port() == CABLE) {
            decisions.cableGone(m.cause());
        }
    }

    private void ring(Ring m) {
        if (m.number == rings) {
            alarm = null;
            decisions.rang();
        }
    }

    private void powerOn() {
        powered = true;
        mute = false;
        decisions.powerOn();
    }

    private void powerOff() {
        decisions.powerOff();
        cable.reset();
        if (loaderReader != null) {
            loaderReader.reset();
        }
        powered = false;
        toPanel(new PanelMessage.Dark());
        config.trace.emit(config.name, new PadEvents.PowerChanged(false));
    }

    private void provision(Provision m) {
        slots.storeMaster(m.master, 0, "provisioned", () -> slots.activateMaster("provisioned"));
        WorkingKeys.Good set = m.working;
        if (set != null) {
            slots.storeSet(set.pik(), set.mak(), set.tdk(), "provisioned", () -> {});
        }
    }

    /** What the decisions reach the world with. */
    private final class Hands implements PadHands {
        @Override
        public void reply(PadReply reply) {
            guard.saw(reply);
            if (!mute) {
                terminalEnd.send(reply.encode());
            }
        }

        @Override
        public void display(Text text, String... args) {
            tell(new PanelEvents.Showed(text, List.of(args), ""));
            toPanel(new PanelMessage.Show(text, args));
        }

        @Override
        public void tell(TraceEvent event) {
            config.trace.emit(config.name, event);
        }

        @Override
        public void toCard(byte[] bytes) {
            if (slot != null) {
                slot.send(bytes);
            }
        }

        @Override
        public void toLoader(byte[] frame) {
            if (loader != null) {
                loader.send(frame);
            }
        }

        @Override
        public void ringAfter(long millis) {
            silence();
            alarm = Alarm.after(context, millis * 1_000_000L, new Ring(rings));
        }

        @Override
        public void silence() {
            rings++;
            if (alarm != null) {
                alarm.cancel();
                alarm = null;
            }
        }

        @Override
        public byte[] random(int length) {
            return config.random.bytes(length);
        }
    }
}
