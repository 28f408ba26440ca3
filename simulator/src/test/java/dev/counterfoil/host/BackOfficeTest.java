package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.clock.WorldClock;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.Pvv;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.hsm.Hsm;
import dev.counterfoil.hsm.HsmEngine;
import dev.counterfoil.hsm.HsmEvents;
import dev.counterfoil.hsm.HsmPersonality;
import dev.counterfoil.hsm.VariantLmk;
import dev.counterfoil.network.Account;
import dev.counterfoil.network.Issuer;
import dev.counterfoil.network.IssuerEvents;
import dev.counterfoil.network.IssuerPolicies;
import dev.counterfoil.network.Switch;
import dev.counterfoil.protocol.iso8583.FrameReader;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.trace.TraceEvent;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Profile;
import dev.counterfoil.wire.Splitter;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Host, two HSMs, switch and issuer as actors on wires; a terminal's line with a peer that speaks bytes. */
final class BackOfficeTest {
    private static final long SECOND = 1_000_000_000L;
    private static final byte[] ZPK = Hex.bytes("112233445566778899AABBCCDDEEFF01");
    private static final byte[] ZAK = Hex.bytes("A1B2C3D4E5F60718293A4B5C6D7E8F90");
    private static final byte[] PVK = Hex.bytes("0123456789ABCDEFFEDCBA9876543210");

    private final LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
    private final TurnLoop loop = system.loop();
    private final WorldClock clock = new WorldClock(loop, Instant.parse("2026-03-14T08:30:00Z"), ZoneOffset.UTC);
    private final Trace trace = new Trace(clock::nanos);
    private final List<TraceEvent> events = new ArrayList<>();
    private final List<IsoMessage> answers = new ArrayList<>();
    private final MemoryStore hostStore = new MemoryStore();
    private final MemoryStore issuerStore = new MemoryStore();
    private final TestTerminal terminal = new TestTerminal("10000001");
    private final ActorRef<DeviceMessage> hsm;
    private final ActorRef<DeviceMessage> host;
    private final ActorRef<DeviceMessage> network;
    private final ActorRef<DeviceMessage> issuer;
    private final WireEnd line;

    BackOfficeTest() {
        trace.listen(envelope -> events.add(envelope.event()));
        WireEnd hsmLink = wire("HSM link");
        WireEnd switchLink = wire("switch link");
        WireEnd issuerLink = wire("issuer link");
        WireEnd issuerHsmLink = wire("issuer HSM link");
        line = wire("line of T1");

        HsmEngine engine = engine(3);
        Hsm.Config hsmConfig = new Hsm.Config("HSM", engine, trace);
        hsmConfig.announceKeys(new Witness(1));
        HostConfig.Keys keys = new HostConfig.Keys(
                engine.formKey("10E", List.of(Bench.CARD_MASTER)),
                engine.formKey("001", List.of(ZPK)),
                engine.formKey("008", List.of(ZAK)));
        Bench.entry("T1", "10000001")
                .with(new TerminalEntry.MasterKey(engine.formKey("002", List.of(Bench.TMK)), "51E1FBFA"))
                .provision(hostStore);
        hsm = system.grow(Hsm.create(hsmConfig), "hsm");
        plug(hsm, hsmLink, 0);

        HostConfig config = new HostConfig(
                "host",
                Bench.POS,
                Bench.NETWORK,
                HostPolicies.usual(),
                "00010000",
                keys,
                hostStore,
                new RandomStream(5),
                clock,
                trace);
        host = system.grow(Host.create(config, hsmLink, switchLink), "host");
        hsmLink.attach(host, Host.HSM, "host");
        switchLink.attach(host, Host.SWITCH, "host");
        WireEnd hostEnd = new WireEnd(line.wire(), End.B);
        host.tell(new Host.Plug(Host.FIRST_LINE, hostEnd));
        hostEnd.attach(host, Host.FIRST_LINE, "host");
        line.attach(system.grow(peer(), "terminal"), 0, "T1");

        network = system.grow(
                Switch.create(
                        new Switch.Config(Bench.NETWORK, List.of(new Switch.Route("62", Switch.FIRST_ISSUER)), 10_000),
                        Map.of(Switch.ACQUIRER, far(switchLink), Switch.FIRST_ISSUER, issuerLink)),
                "switch");
        far(switchLink).attach(network, Switch.ACQUIRER, "switch");
        issuerLink.attach(network, Switch.FIRST_ISSUER, "switch");
        issuer = issuer(issuerLink, issuerHsmLink);
        loop.run(SECOND);
    }

    private ActorRef<DeviceMessage> issuer(WireEnd issuerLink, WireEnd hsmLink) {
        HsmEngine engine = engine(4);
        plug(system.grow(Hsm.create(new Hsm.Config("issuer HSM", engine, trace)), "issuer-hsm"), hsmLink, 0);
        String pvv = Pvv.generate(CipherKey.of(CipherKind.TDES, PVK), TestTerminal.PAN, 1, TestTerminal.PIN);
        Account.Stripe stripe = new Account.Stripe(TestTerminal.PAN, "3012", "");
        Account.good("card A", stripe, 10_000, 1_000_000, new Account.Pin("1", pvv))
                .provision(issuerStore);
        Issuer.Config config = new Issuer.Config(
                "issuer",
                Bench.NETWORK,
                "01020000",
                IssuerPolicies.usual(),
                engine.formKey("001", List.of(ZPK)),
                engine.formKey("008", List.of(ZAK)),
                engine.formKey("002", List.of(PVK)),
                issuerStore,
                clock,
                trace);
        ActorRef<DeviceMessage> grown = system.grow(Issuer.create(config, far(issuerLink), hsmLink), "issuer");
        far(issuerLink).attach(grown, Issuer.SWITCH, "issuer");
        hsmLink.attach(grown, Issuer.HSM, "issuer");
        return grown;
    }

    private static HsmEngine engine(long seed) {
        RandomStream random = new RandomStream(seed);
        return new HsmEngine(HsmPersonality.payShield10k(), VariantLmk.testSet(), target -> {
            byte[] drawn = random.bytes(target.length);
            System.arraycopy(drawn, 0, target, 0, target.length);
        });
    }

    private WireEnd wire(String name) {
        Wire.Config config = new Wire.Config(
                name, WireClass.OPEN, Profile.DIRECT, Splitter::byChunk, new RandomStream(name.length()));
        return new WireEnd(system.grow(Wire.create(config, trace), name.replace(' ', '-')), End.A);
    }

    private static WireEnd far(WireEnd near) {
        return new WireEnd(near.wire(), End.B);
    }

    private static void plug(ActorRef<DeviceMessage> hsm, WireEnd link, int port) {
        WireEnd far = far(link);
        hsm.tell(new Hsm.Plug(port, far));
        far.attach(hsm, port, "HSM");
    }

    private Behavior<DeviceMessage> peer() {
        FrameReader reader = new FrameReader();
        return Behaviors.receiveMessage(message -> {
            if (message instanceof WireSignal.Received received) {
                reader.feed(received.chunk()).forEach(frame -> answers.add(Bench.POS.unpack(frame)));
            }
            return Behaviors.same();
        });
    }

    @BeforeEach
    void sign_in() {
        terminal.take(Objects.requireNonNull(ask(terminal.signIn("000001"))));
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void a_sale_goes_all_the_way_and_moves_the_money_once() {
        IsoMessage answer = ask(terminal.sale("000002", 2500));
        assertThat(answer.text(39)).isEqualTo("00");
        assertThat(terminal.believes(answer)).isTrue();
        assertThat(answer.text(44)).startsWith("01020000   00010000");
        assertThat(balance()).isEqualTo(7500);
        assertThat(events)
                .contains(
                        new HostEvents.Posted("T1", "000001", "000002", "sale", 2500),
                        new HsmEvents.Executed("CA", "00"),
                        new HsmEvents.Executed("EC", "00"),
                        new IssuerEvents.PinChecked("card A", true));
    }

    @Test
    void the_balance_travels_in_f54() {
        assertThat(ask(terminal.balance("000002")).text(54)).isEqualTo("1002156C000000010000");
    }

    @Test
    void a_void_and_its_reversal_move_the_money_back_and_forth() {
        IsoMessage sale = ask(terminal.sale("000002", 2500));
        assertThat(ask(terminal.takeBack("000003", "000002", sale, 2500)).text(39))
                .isEqualTo("00");
        assertThat(balance()).isEqualTo(10_000);
        assertThat(ask(terminal.reversal("000003", 2500, "200000", "98")).text(39))
                .isEqualTo("00");
        assertThat(balance()).isEqualTo(7500);
        assertThat(ask(terminal.reversal("000002", 2500, "000000", "98")).text(39))
                .isEqualTo("00");
        assertThat(balance()).isEqualTo(10_000);
    }

    @Test
    void parties_that_are_down_are_told_apart() {
        hsm.tell(new Hsm.GoDown());
        assertThat(ask(terminal.sale("000002", 2500)).text(39)).isEqualTo("96");
        hsm.tell(new Hsm.ComeBack());
        issuer.tell(new Issuer.GoDown());
        assertThat(ask(terminal.sale("000003", 2500)).text(39)).isEqualTo("91");
        issuer.tell(new Issuer.ComeBack());
        network.tell(new Switch.GoDown());
        assertThat(ask(terminal.sale("000004", 2500)).text(39)).isEqualTo("91");
        network.tell(new Switch.ComeBack());
        loop.run(100 * SECOND);
        assertThat(ask(terminal.sale("000005", 2500)).text(39)).isEqualTo("00");
        assertThat(balance()).isEqualTo(7500);
        host.tell(new Host.GoDown());
        line.send(terminal.sale("000006", 2500));
        loop.run(60 * SECOND);
        assertThat(answers).hasSize(5);
    }

    @Test
    void a_slow_issuer_that_answers_too_late_is_taken_back() {
        issuer.tell(new Issuer.SlowDown(15 * SECOND));
        assertThat(ask(terminal.sale("000002", 2500)).text(39)).isEqualTo("91");
        issuer.tell(new Issuer.SlowDown(0));
        loop.run(200 * SECOND);
        assertThat(balance()).isEqualTo(10_000);
    }

    @Test
    void an_hsm_error_is_96_once() {
        hsm.tell(new Hsm.FailNext("CA", "41"));
        assertThat(ask(terminal.sale("000002", 2500)).text(39)).isEqualTo("96");
        assertThat(ask(terminal.sale("000003", 2500)).text(39)).isEqualTo("00");
    }

    @Test
    void the_host_comes_back_from_a_power_cut_with_its_books() {
        ask(terminal.sale("000002", 2500));
        host.tell(new Host.PowerCut());
        issuer.tell(new Issuer.PowerCut());
        loop.run(SECOND);
        host.tell(new Host.PowerReturn());
        issuer.tell(new Issuer.PowerReturn());
        assertThat(ask(terminal.sale("000002", 2500)).text(39)).isEqualTo("94");
        assertThat(ask(terminal.reversal("000002", 2500, "000000", "98")).text(39))
                .isEqualTo("00");
        assertThat(balance()).isEqualTo(10_000);
    }

    @Test
    void chunks_may_come_anyhow() {
        byte[] sale = terminal.sale("000002", 2500);
        for (byte b : sale) {
            line.send(new byte[] {b});
        }
        loop.run(SECOND);
        assertThat(answers.get(1).text(39)).isEqualTo("00");
    }

    @Test
    void every_key_of_the_host_is_joined_to_its_clear_value_by_a_key_form() {
        assertThat(events.stream().filter(KeyForm.class::isInstance)).hasSize(4 + 3);
    }

    private IsoMessage ask(byte[] frame) {
        int before = answers.size();
        line.send(frame);
        for (int i = 0; i < 60 && answers.size() == before; i++) {
            loop.run(SECOND);
        }
        assertThat(answers).hasSize(before + 1);
        return answers.get(before);
    }

    private long balance() {
        long last = -1;
        for (TraceEvent event : events) {
            if (event instanceof IssuerEvents.Balance balance) {
                last = balance.amountFen();
            }
        }
        return last;
    }
}
