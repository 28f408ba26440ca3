package dev.counterfoil.network;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Alarms;
import dev.counterfoil.clock.WorldClock;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.FrameReader;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Store;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.trace.TraceEvent;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The cards' issuer, with an HSM of its own. Ports: {@link #SWITCH}, {@link #HSM}. */
public final class Issuer {
    /** Port of the link to the switch. */
    public static final int SWITCH = 0;

    /** Port of the link to the issuer's HSM. */
    public static final int HSM = 1;

    /** What the issuer is told by hands; switch and HSM speak over wires. */
    public sealed interface Command extends DeviceMessage {}

    /** Opens an account, or replaces it. */
    public record PutAccount(Account account) implements Command {}

    /** @param card estate name; the balance is what the card holds now, its bookings so far included */
    public record SetBalance(String card, long fen) implements Command {}

    /** @param card estate name */
    public record MarkCard(String card, Account.State state) implements Command {}

    /** Declines every request of a card, named as in the estate; an empty code ends it. */
    public record Decline(String card, String code) implements Command {}

    /** Overrides one policy, see {@link IssuerPolicies#with}. */
    public record SetPolicy(String setting, String value) implements Command {}

    /** Every answer leaves this much later; 0 ends it. */
    public record SlowDown(long nanos) implements Command {}

    /** Accepts nothing. */
    public record GoDown() implements Command {}

    public record ComeBack() implements Command {}

    public record PowerCut() implements Command {}

    public record PowerReturn() implements Command {}

    private record Rang(Alarms.Ring ring) implements Command {}

    /**
     * What the estate says of an issuer.
     *
     * @param name of the actor in the trace: {@code issuer}
     * @param institutionId up to 11 characters, for F44
     * @param zpk zone PIN key under the LMK of the issuer's HSM, type 001
     * @param zak zone MAC key, type 008
     * @param pvk PIN verification key pair, type 002
     * @param store with the accounts that were provisioned
     */
    public record Config(
            String name,
            Dialect dialect,
            String institutionId,
            IssuerPolicies policies,
            String zpk,
            String zak,
            String pvk,
            Store store,
            WorldClock clock,
            Trace trace) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Config config;
    private final WireEnd network;
    private final WireEnd hsm;
    private final Alarms<DeviceMessage> alarms;
    private IssuerPolicies policies;
    private FrameReader reader = new FrameReader();
    private @Nullable IssuerDecisions decisions;
    private AccountBook book;
    private long slowNanos;
    private boolean down;
    private int life;

    private Issuer(ActorContext<DeviceMessage> context, Config config, WireEnd network, WireEnd hsm) {
        this.alarms = new Alarms<>(context, Rang::new);
        this.config = config;
        this.network = network;
        this.hsm = hsm;
        this.policies = config.policies;
        this.book = new AccountBook(config.store, new Reach(life));
        open();
    }

    /**
     * An issuer at work.
     *
     * @param network the end that is attached with port {@link #SWITCH}
     * @param hsm the end that is attached with port {@link #HSM}
     */
    public static Behavior<DeviceMessage> create(Config config, WireEnd network, WireEnd hsm) {
        return Behaviors.setup(context -> Behaviors.receiveMessage(new Issuer(context, config, network, hsm)::on));
    }

    private void open() {
        IssuerDecisions opened = new IssuerDecisions(config, () -> policies, new Reach(life), book);
        opened.slowDown(slowNanos);
        opened.open();
        decisions = opened;
    }

    private Behavior<DeviceMessage> on(DeviceMessage message) {
        if (message instanceof WireSignal signal) {
            signal(signal);
        } else if (message instanceof Rang m) {
            alarms.rang(m.ring);
        } else if (message instanceof Command command) {
            onHand(command);
        }
        return Behaviors.same();
    }

    private void signal(WireSignal signal) {
        IssuerDecisions at = decisions;
        if (at == null || down) {
            return;
        }
        if (signal instanceof WireSignal.Received received && signal.port() == HSM) {
            at.fromHsm(received.chunk());
        } else if (signal instanceof WireSignal.Received received) {
            fromSwitch(at, received.chunk());
        } else if (signal.port() == HSM && signal instanceof WireSignal.Gone) {
            at.hsmLost();
        } else if (signal.port() == SWITCH) {
            reader = new FrameReader();
        }
    }

    private void fromSwitch(IssuerDecisions at, byte[] chunk) {
        try {
            reader.feed(chunk).forEach(at::request);
        } catch (Malformed e) {
            reader = new FrameReader();
        }
    }

    private void onHand(Command command) {
        if (command instanceof PutAccount m) {
            book.put(m.account, () -> tellBalance(m.account));
        } else if (command instanceof SetBalance m) {
            change(m.card, a -> a.opening(a.openingFen() + m.fen - book.balanceFen(a)));
        } else if (command instanceof MarkCard m) {
            change(m.card, a -> a.with(m.state));
            config.trace.emit(config.name, new IssuerEvents.CardState(m.card, m.state.words()));
        } else if (command instanceof Decline m) {
            change(m.card, a -> a.declined(m.code));
        } else if (command instanceof SetPolicy m) {
            policies = policies.with(m.setting, m.value);
        } else if (command instanceof SlowDown m) {
            slowNanos = m.nanos;
            Objects.requireNonNull(decisions, "the issuer is without power").slowDown(m.nanos);
        } else if (command instanceof GoDown) {
            down = true;
        } else if (command instanceof ComeBack) {
            down = false;
        } else if (command instanceof PowerCut) {
            cut();
        } else if (command instanceof PowerReturn) {
            powerReturn();
        }
    }

    private void change(String card, UnaryOperator<Account> how) {
        Account account = book.named(card);
        if (account != null) {
            Account changed = how.apply(account);
            book.put(changed, () -> tellBalance(changed));
        }
    }

    private void tellBalance(Account account) {
        config.trace.emit(config.name, new IssuerEvents.Balance(account.card(), book.balanceFen(account)));
    }

    private void cut() {
        if (decisions != null) {
            decisions = null;
            life++;
            alarms.cancelAll();
            reader = new FrameReader();
            config.trace.emit(config.name, new IssuerEvents.PowerChanged(false));
        }
    }

    private void powerReturn() {
        if (decisions == null) {
            config.trace.emit(config.name, new IssuerEvents.PowerChanged(true));
            book = new AccountBook(config.store, new Reach(life));
            open();
        }
    }

    /** The decisions' reach into the world, from one start to the next power cut. */
    private final class Reach implements IssuerEffects {
        private final int since;

        Reach(int since) {
            this.since = since;
        }

        @Override
        public void send(int port, byte[] frame) {
            if (port == HSM) {
                hsm.send(frame);
            } else if (!down) {
                network.send(frame);
            }
        }

        @Override
        public void alarm(String key, long nanos, Runnable then) {
            alarms.set(key, nanos, then);
        }

        @Override
        public void cancel(String key) {
            alarms.cancel(key);
        }

        @Override
        public void write(RecordKind kind, String name, byte[] record, Runnable then) {
            config.store.write(kind, name, record, () -> {
                if (since == life) {
                    then.run();
                }
            });
        }

        @Override
        public void emit(TraceEvent event) {
            config.trace.emit(config.name, event);
        }

        @Override
        public LocalDateTime now() {
            return config.clock.now();
        }
    }
}
