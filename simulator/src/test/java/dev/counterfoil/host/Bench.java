package dev.counterfoil.host;

import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.clock.WorldClock;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.host.TerminalEntry.Identity;
import dev.counterfoil.hsm.HsmEngine;
import dev.counterfoil.hsm.HsmPersonality;
import dev.counterfoil.hsm.VariantLmk;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmAnswer;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.trace.TraceEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A host's desks without actors: a real HSM engine behind them, a switch that speaks bytes, time that tests move. */
final class Bench implements Effects {
    static final Dialect POS = Dialect.named("unionpay-pos");
    static final Dialect NETWORK = Dialect.named("iso87-binary");
    static final byte[] TMK = Hex.bytes("2A4A5D6D7F8F91A1B3C2D5E5F7071929");
    static final byte[] CARD_MASTER = Hex.bytes("0123456789ABCDEFFEDCBA9876543210");
    static final String SERIAL = "SN000001";
    static final String CARD = "62260000000012345";

    final HsmEngine engine;
    final MemoryStore store = new MemoryStore();
    final List<TraceEvent> events = new ArrayList<>();
    final List<byte[]> answers = new ArrayList<>();
    final List<IsoMessage> toSwitch = new ArrayList<>();
    final List<String> hsmCommands = new ArrayList<>();
    final Script.Rack scripts = new Script.Rack();
    final HostConfig.Keys keys;
    HostPolicies policies = HostPolicies.usual();
    boolean hsmUp = true;
    Function<IsoMessage, @Nullable IsoMessage> network = this::approve;

    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();
    private final HostConfig config;
    private Reception reception;
    private long nanos;
    private int life;

    private record Alarm(long at, Runnable then) {}

    Bench() {
        RandomStream random = new RandomStream(7);
        engine = new HsmEngine(HsmPersonality.payShield10k(), VariantLmk.testSet(), target -> {
            byte[] drawn = random.bytes(target.length);
            System.arraycopy(drawn, 0, target, 0, target.length);
        });
        keys = new HostConfig.Keys(
                engine.formKey("10E", List.of(CARD_MASTER)),
                engine.formKey("001", List.of(Hex.bytes("112233445566778899AABBCCDDEEFF01"))),
                engine.formKey("008", List.of(Hex.bytes("A1B2C3D4E5F60718293A4B5C6D7E8F90"))));
        WorldClock clock = new WorldClock(
                new TurnLoop(TurnLoop.Mode.VIRTUAL), Instant.parse("2026-03-14T08:30:00Z"), ZoneOffset.UTC);
        config = new HostConfig(
                "host",
                POS,
                NETWORK,
                policies,
                "00010000",
                keys,
                store,
                new RandomStream(9),
                clock,
                new Trace(() -> 0));
        entry("T1", "10000001")
                .with(new TerminalEntry.MasterKey(tmkUnderLmk(), ""))
                .provision(store);
        entry("T2", "10000002").provision(store);
        ManagerCard.good("manager card M1", CARD).provision(store);
        reception = start();
    }

    static TerminalEntry entry(String name, String terminalId) {
        Identity identity = new Identity(name, terminalId, "898100000000001", "CORNER SHOP", SERIAL, "3201", "");
        return TerminalEntry.inService(identity, "000001");
    }

    String tmkUnderLmk() {
        return engine.formKey("002", List.of(TMK));
    }

    private Reception start() {
        Reception started = new Reception(config, () -> policies, scripts, this);
        started.open();
        return started;
    }

    /** Power cut and return. */
    void restart() {
        life++;
        alarms.clear();
        work.clear();
        reception = start();
        settle();
    }

    Reception reception() {
        return reception;
    }

    Books books() {
        return new Books(store, this);
    }

    /** Sends a frame in and lets everything happen that takes no time; returns the number of answers so far. */
    int send(byte[] frame) {
        reception.request(100, frame);
        settle();
        return answers.size();
    }

    /** The answer to a frame. */
    IsoMessage ask(byte[] frame) {
        int before = answers.size();
        if (send(frame) != before + 1) {
            throw new AssertionError("expected one answer, got " + (answers.size() - before));
        }
        return POS.unpack(answers.get(before));
    }

    void settle() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    /** Sends a frame in and lets nothing else happen. */
    void hand(byte[] frame) {
        reception.request(100, frame);
    }

    /** Lets the oldest thing happen that waits, such as one answer of the HSM. */
    void step() {
        work.removeFirst().run();
    }

    /** Lets time pass; alarms ring in their order. */
    void pass(long seconds) {
        long until = nanos + seconds * 1_000_000_000L;
        while (true) {
            String next = null;
            for (Map.Entry<String, Alarm> each : alarms.entrySet()) {
                if (each.getValue().at <= until && (next == null || each.getValue().at < alarms.get(next).at)) {
                    next = each.getKey();
                }
            }
            if (next == null) {
                break;
            }
            Alarm alarm = alarms.remove(next);
            nanos = Math.max(nanos, alarm.at);
            alarm.then.run();
            settle();
        }
        nanos = until;
    }

    <E extends TraceEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What stands in the ledger by the trace: posted less unposted, by kind and trace number. */
    Map<String, Integer> standing() {
        Map<String, Integer> count = new TreeMap<>();
        for (TraceEvent event : events) {
            if (event instanceof HostEvents.Posted e) {
                count.merge(e.transactionKind() + " " + e.stan(), 1, Integer::sum);
            } else if (event instanceof HostEvents.Unposted e) {
                count.merge(e.transactionKind() + " " + e.stan(), -1, Integer::sum);
            }
        }
        count.values().removeIf(n -> n == 0);
        return count;
    }

    /** A switch that approves everything, with a good MAC. */
    IsoMessage approve(IsoMessage request) {
        return answerWith(request, "00");
    }

    IsoMessage answerWith(IsoMessage request, String code) {
        return answerWith(request, code, answer -> answer);
    }

    IsoMessage answerWith(IsoMessage request, String code, UnaryOperator<IsoMessage.Builder> more) {
        IsoMessage.Builder answer = IsoMessage.answerTo(request)
                .copy(request, 2, 3, 4, 11, 32, 37, 41, 42, 49)
                .set(39, code)
                .set(64, new byte[8]);
        if (code.equals("00")) {
            answer.set(38, "123456");
        }
        byte[] covered = NETWORK.macInput(NETWORK.pack(more.apply(answer).build()));
        HostCommand command = HostCommands.generateMac("008", keys.zak(), 3, 1, covered);
        HsmAnswer mac = HsmAnswer.parse(engine.execute(command.frame("TEST")), 4);
        return answer.set(64, mac.fields(command).hex("mac")).build();
    }

    @Override
    public void send(int port, byte[] frame) {
        if (port == Host.HSM) {
            hsmCommands.add(new String(frame, 6, 2, StandardCharsets.US_ASCII));
            if (hsmUp) {
                later(() -> reception.fromHsm(engine.execute(frame)));
            }
        } else if (port == Host.SWITCH) {
            IsoMessage request = NETWORK.unpack(frame);
            toSwitch.add(request);
            IsoMessage answer = network.apply(request);
            if (answer != null) {
                later(() -> reception.fromSwitch(NETWORK.pack(answer)));
            }
        } else {
            answers.add(frame);
        }
    }

    /** Bytes from the switch that come when the test says so. */
    void fromSwitch(IsoMessage answer) {
        reception.fromSwitch(NETWORK.pack(answer));
        settle();
    }

    private void later(Runnable then) {
        int since = life;
        work.add(() -> {
            if (since == life) {
                then.run();
            }
        });
    }

    @Override
    public void alarm(String key, long inNanos, Runnable then) {
        alarms.put(key, new Alarm(nanos + inNanos, then));
    }

    @Override
    public void cancel(String key) {
        alarms.remove(key);
    }

    @Override
    public void write(RecordKind kind, String name, byte[] record, Runnable then) {
        store.write(kind, name, record, then);
    }

    @Override
    public void delete(RecordKind kind, String name, Runnable then) {
        store.delete(kind, name, then);
    }

    @Override
    public void emit(TraceEvent event) {
        events.add(event);
    }

    @Override
    public LocalDateTime now() {
        return LocalDateTime.of(2026, 3, 14, 8, 30).plusNanos(nanos);
    }
}
