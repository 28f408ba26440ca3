package dev.counterfoil.issuing;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Actor;
import dev.counterfoil.clock.Alarms;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.apdu.Atr;
import dev.counterfoil.protocol.apdu.CardBlock;
import dev.counterfoil.protocol.apdu.CardReader;
import dev.counterfoil.protocol.apdu.CommandApdu;
import dev.counterfoil.protocol.apdu.ResponseApdu;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HsmDialogue;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import dev.counterfoil.protocol.issuing.RegistryAnswer;
import dev.counterfoil.protocol.issuing.RegistryRequest;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.trace.TraceEvent;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The card issuer's machine, on three wires. What comes next is in {@code Personalisation}. */
public final class CardIssuer extends Actor<DeviceMessage> {
    /** Port of the slot that a blank card is put into. */
    public static final int SLOT = 0;

    public static final int HSM = 1;
    public static final int REGISTRY = 2;

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final String SILENCE = "silence";

    /** What the machine is told by hands. */
    public sealed interface Command extends DeviceMessage {}

    /** Makes a manager card of the blank one in the slot. */
    public record Personalise(CardOrder order) implements Command {}

    public record PowerCut() implements Command {}

    public record PowerReturn() implements Command {}

    private record Rang(Alarms.Ring ring) implements Command {}

    /** The three wires of the machine. */
    public record Wires(WireEnd slot, WireEnd hsm, WireEnd registry) {}

    /**
     * What the estate says of the machine.
     *
     * @param name in the trace
     * @param cardMaster master key of the manager cards under the LMK, type 10E
     * @param transportMaster master key of blank cards under the LMK, type 20E
     */
    public record Config(
            String name,
            String cardMaster,
            String transportMaster,
            Supplier<LocalDate> today,
            RandomStream random,
            Trace trace) {}

    private final Alarms<DeviceMessage> alarms;
    private final Config config;
    private final Wires wires;
    private final CardReader contacts = new CardReader();
    private HsmDialogue hsm;
    private @Nullable CardOrder order;
    private @Nullable Runnable afterReset;
    private @Nullable Consumer<ResponseApdu> afterCard;
    private @Nullable Consumer<RegistryAnswer> afterRegistry;
    private boolean turn;
    private boolean powered = true;

    private CardIssuer(ActorContext<DeviceMessage> context, Config config, Wires wires) {
        this.alarms = new Alarms<>(context, Rang::new);
        this.config = config;
        this.wires = wires;
        this.hsm = new HsmDialogue(new HsmLine());
    }

    public static Behavior<DeviceMessage> create(Config config, Wires wires) {
        return Behaviors.setup(context -> new CardIssuer(context, config, wires));
    }

    @Override
    protected void on(DeviceMessage message) {
        if (message instanceof PowerReturn && !powered) {
            power(true);
        } else if (powered) {
            onPowered(message);
        }
    }

    private void onPowered(DeviceMessage message) {
        if (message instanceof Personalise m && order == null) {
            order = m.order;
            emit(new IssuingEvents.Began(m.order.name()));
            Personalisation.Keys keys = new Personalisation.Keys(config.cardMaster, config.transportMaster);
            new Personalisation(m.order, keys, new Machine()).begin(config.today.get());
        } else if (message instanceof WireSignal.Received m) {
            received(m);
        } else if (message instanceof WireSignal.Gone m) {
            gone(m.port());
        } else if (message instanceof Rang m) {
            alarms.rang(m.ring);
        } else if (message instanceof PowerCut) {
            power(false);
        }
    }

    /** Without power nothing of a personalisation is left. */
    private void power(boolean on) {
        powered = on;
        hsm = new HsmDialogue(new HsmLine());
        forget();
        emit(new IssuingEvents.PowerChanged(on));
    }

    private void received(WireSignal.Received m) {
        if (m.port() == HSM) {
            hsm.received(m.chunk());
        } else if (m.port() == REGISTRY) {
            fromRegistry(m.chunk());
        } else {
            contacts.feed(m.chunk()).forEach(this::fromCard);
        }
    }

    private void gone(int port) {
        if (order == null) {
            return;
        }
        if (port == HSM) {
            hsm.lost();
        } else {
            end(port == REGISTRY ? Outcome.REGISTRY_SILENT : Outcome.CARD_GONE);
        }
    }

    private void fromCard(byte[] piece) {
        Runnable reset = afterReset;
        Consumer<ResponseApdu> waiting = afterCard;
        if (reset != null && Atr.whole(piece)) {
            afterReset = null;
            reset.run();
        } else if (waiting != null) {
            ResponseApdu answer;
            try {
                answer = ResponseApdu.decode(CardBlock.apdu(piece));
            } catch (Malformed e) {
                return;
            }
            afterCard = null;
            waiting.accept(answer);
        }
    }

    private void fromRegistry(byte[] frame) {
        Consumer<RegistryAnswer> waiting = afterRegistry;
        if (waiting == null) {
            return;
        }
        RegistryAnswer answer;
        try {
            answer = RegistryAnswer.decode(frame);
        } catch (Malformed e) {
            return;
        }
        afterRegistry = null;
        waiting.accept(answer);
    }

    private void end(Outcome outcome) {
        CardOrder ended = order;
        forget();
        if (ended != null) {
            emit(new IssuingEvents.Ended(ended.name(), outcome.word()));
        }
    }

    private void forget() {
        order = null;
        afterReset = null;
        afterCard = null;
        afterRegistry = null;
        contacts.reset();
        alarms.cancelAll();
    }

    private void emit(TraceEvent event) {
        config.trace.emit(config.name, event);
    }

    private void within(Outcome otherwise) {
        alarms.set(SILENCE, PATIENCE_NANOS, () -> end(otherwise));
    }

    /** What a personalisation reaches the world with. */
    private final class Machine implements Personalisation.Hands {
        @Override
        public void reset(Runnable then) {
            afterReset = then;
            turn = false;
            within(Outcome.CARD_GONE);
            wires.slot.send(new byte[] {CardBlock.RESET});
        }

        @Override
        public void card(CommandApdu command, Consumer<ResponseApdu> then) {
            afterCard = then;
            within(Outcome.CARD_GONE);
            wires.slot.send(CardBlock.of(command.encode(), turn));
            turn = !turn;
        }

        @Override
        public void hsm(HostCommand command, Consumer<HsmReply> then) {
            alarms.cancel(SILENCE);
            hsm.ask(command, then);
        }

        @Override
        public void registry(RegistryRequest request, Consumer<RegistryAnswer> then) {
            afterRegistry = then;
            within(Outcome.REGISTRY_SILENT);
            wires.registry.send(request.encode());
        }

        @Override
        public byte[] challenge(int lengthBytes) {
            return config.random.bytes(lengthBytes);
        }

        @Override
        public void end(Outcome outcome) {
            CardIssuer.this.end(outcome);
        }
    }

    /** The HSM is waited for as long as the card and the registry are. */
    private final class HsmLine implements HsmDialogue.Line {
        @Override
        public void send(byte[] frame) {
            wires.hsm.send(frame);
        }

        @Override
        public void startTimer(String header) {
            alarms.set("HSM " + header, PATIENCE_NANOS, () -> hsm.silence(header));
        }

        @Override
        public void cancelTimer(String header) {
            alarms.cancel("HSM " + header);
        }
    }
}
