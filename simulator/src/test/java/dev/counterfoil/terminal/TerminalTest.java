package dev.counterfoil.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.protocol.apdu.Stripe;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.FrameReader;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.store.Moment;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.terminal.recipe.Recipes;
import dev.counterfoil.trace.Envelope;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.trace.TraceEvent;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Fault;
import dev.counterfoil.wire.Profile;
import dev.counterfoil.wire.Splitter;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The actor on its wires; pad and host are peers that speak bytes, and the host can lie. */
final class TerminalTest {
    private static final Dialect DIALECT = Dialect.named("unionpay-pos");
    private static final long MINUTE = 60_000_000_000L;
    private static final int ANY = 9;

    private final LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
    private final TurnLoop loop = system.loop();
    private final Trace trace = new Trace(loop::nowNanos);
    private final List<Envelope> events = new ArrayList<>();
    private final MemoryStore store = new MemoryStore();
    private final BytePad pad = new BytePad();
    private final List<PanelMessage> panelHeard = new ArrayList<>();
    private final List<IsoMessage> requests = new ArrayList<>();
    private Function<IsoMessage, List<byte[]>> hostSays = request -> List.of(answer(request, "00"));
    private ActorRef<DeviceMessage> terminal;
    private ActorRef<Wire.Command> line;
    private ActorRef<Wire.Command> padCable;
    private ActorRef<Wire.Command> panel;
    private ActorRef<Wire.Command> reader;

    @BeforeEach
    void open() {
        trace.listen(events::add);
        Memory.prepare(store, TerminalState.SIGNED_IN, BytePad.TMK.kcv(), "000123", "000001");
        line = wire("line of T1", Profile.named("4G"));
        padCable = wire("pad cable of T1", Profile.named("serial 9600"));
        panel = wire("panel of T1", Profile.DIRECT);
        reader = wire("reader of T1", Profile.DIRECT);
        TerminalPolicies policies = TerminalPolicies.DEFAULT;
        Setup setup = new Setup(
                "T1",
                Rig.IDENTITY,
                policies,
                DIALECT,
                Recipes.of(policies),
                () -> LocalDateTime.of(2026, 3, 14, 8, 30).plusNanos(loop.nowNanos()));
        WireEnd atLine = new WireEnd(line, End.A);
        WireEnd atPad = new WireEnd(padCable, End.A);
        terminal = system.grow(Terminal.create(new Terminal.Config(setup, atLine, atPad, store, trace)), "T1");
        atLine.attach(terminal, Terminal.LINE, "T1");
        atPad.attach(terminal, Terminal.PAD, "T1");
        new WireEnd(panel, End.A).insert(terminal, Terminal.PANEL, "T1");
        new WireEnd(reader, End.A).attach(terminal, Terminal.READER, "T1");
        peer(line, "host", hostBytes());
        peer(padCable, "pad of T1", pad::hear);
        peer(panel, "people", chunk -> {
            panelHeard.add(PanelMessage.decode(chunk));
            return List.of();
        });
        peer(reader, "card", chunk -> List.of());
        loop.run(MINUTE);
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void people_who_come_to_the_panel_see_the_display() {
        assertThat(panelHeard).containsExactly(new PanelMessage.Show(Text.READY));
    }

    @Test
    void a_sale_goes_over_the_wires() {
        sell("2500");
        loop.run(MINUTE);

        assertThat(last(TerminalEvents.Ended.class)).isEqualTo(new TerminalEvents.Ended(1, "approved", "00"));
        assertThat(requests).extracting(IsoMessage::mti).containsExactly("0200");
        assertThat(panelHeard)
                .contains(new PanelMessage.Show(Text.APPROVED))
                .endsWith(new PanelMessage.Show(Text.READY));
    }

    @Test
    void an_answer_split_into_bytes_is_read() {
        line.tell(new Wire.Arm(new Fault("dribble", End.B, m -> true, new Fault.Dribble(), true)));
        sell("2500");
        loop.run(MINUTE);
        assertThat(last(TerminalEvents.Ended.class).verdict()).isEqualTo("approved");
    }

    @Test
    void a_frame_of_the_pad_that_has_begun_does_not_swallow_the_next_ones() {
        new WireEnd(padCable, End.B).send(Hex.bytes("02393939"));
        loop.run(MINUTE);
        sell("2500");
        loop.run(MINUTE);
        assertThat(last(TerminalEvents.Ended.class).verdict()).isEqualTo("approved");
    }

    @Test
    void a_host_that_lies_about_the_amount_is_not_believed() {
        hostSays = request -> List.of(sealed(IsoMessage.answerTo(request)
                .copy(request, 3, 11, 41, 42)
                .set(4, "000000000001")
                .set(39, "00")));
        sell("2500");
        loop.run(MINUTE);
        assertThat(last(TerminalEvents.Ended.class).verdict()).isEqualTo("refused");
        assertThat(store.names(RecordKind.REVERSAL)).hasSize(1);
    }

    @Test
    void the_terminal_waits_sixty_seconds_and_not_longer() {
        hostSays = request -> List.of();
        sell("2500");
        loop.runUntil(() -> !requests.isEmpty(), MINUTE);
        long sentAt = events.stream()
                .filter(e -> e.actor().equals("line of T1") && e.event().kind().equals("wire.sent"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .timeNanos();
        loop.run(sentAt + MINUTE - loop.nowNanos() - 1);
        assertThat(of(TerminalEvents.Ended.class)).isEmpty();
        loop.run(1);
        assertThat(last(TerminalEvents.Ended.class).verdict()).isEqualTo("unanswered");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_power_cut_at_the_reversal_record_sends_no_request(Moment moment) {
        store.crashAt(RecordKind.REVERSAL, moment, () -> terminal.tell(new Terminal.PowerCut()));
        sell("2500");
        loop.run(MINUTE);

        assertThat(requests).isEmpty();
        assertThat(panelHeard).endsWith(new PanelMessage.Dark());
        assertThat(store.names(RecordKind.REVERSAL)).hasSize(moment.compareTo(Moment.WRITTEN) >= 0 ? 1 : 0);

        terminal.tell(new Terminal.PowerReturn());
        loop.run(MINUTE);
        assertThat(panelHeard).endsWith(new PanelMessage.Show(Text.READY));
        sell("1000");
        loop.run(MINUTE);
        assertThat(last(TerminalEvents.Ended.class)).isEqualTo(new TerminalEvents.Ended(2, "approved", "00"));
    }

    @Test
    void a_loose_plug_freezes_the_terminal() {
        padCable.tell(new Wire.Loosen());
        loop.run(MINUTE);
        assertThat(last(TerminalEvents.StateChanged.class))
                .isEqualTo(new TerminalEvents.StateChanged("signed-in", "frozen", "pad plug out"));
        press(new PanelMessage.Choose(Menu.SALE));
        loop.run(MINUTE);
        assertThat(last(TerminalEvents.Ended.class).verdict()).isEqualTo("refused");
        assertThat(requests).isEmpty();
    }

    @Test
    void a_line_that_is_down_is_no_connection() {
        line.tell(new Wire.SetDown(true));
        sell("2500");
        loop.run(MINUTE);
        assertThat(last(TerminalEvents.Ended.class).verdict()).isEqualTo("refused");
        assertThat(last(TerminalEvents.LineTrouble.class).cause()).isEqualTo("line down");
    }

    private void sell(String fen) {
        press(new PanelMessage.Choose(Menu.SALE));
        press(new PanelMessage.Scan("tea"));
        for (char digit : fen.toCharArray()) {
            press(new PanelMessage.Key(String.valueOf(digit)));
        }
        press(new PanelMessage.Key("ENTER"));
        loop.run(1);
        reader.tell(new Wire.Send(End.B, new Stripe(Rig.TRACK, "").encode()));
    }

    private void press(PanelMessage message) {
        panel.tell(new Wire.Send(End.B, message.encode()));
    }

    private Function<byte[], List<byte[]>> hostBytes() {
        FrameReader frames = new FrameReader();
        return chunk -> {
            List<byte[]> answers = new ArrayList<>();
            for (byte[] frame : frames.feed(chunk)) {
                IsoMessage request = DIALECT.unpack(frame);
                requests.add(request);
                answers.addAll(hostSays.apply(request));
            }
            return answers;
        };
    }

    private static byte[] answer(IsoMessage request, String code) {
        return sealed(IsoMessage.answerTo(request)
                .copy(request, 3, 4, 11, 41, 42)
                .set(12, "083006")
                .set(13, "0314")
                .set(37, "000000000042")
                .set(39, code));
    }

    private static byte[] sealed(IsoMessage.Builder answer) {
        return DIALECT.packWithMac(answer.build(), BytePad::mac);
    }

    private ActorRef<Wire.Command> wire(String name, Profile profile) {
        return system.grow(
                Wire.create(
                        new Wire.Config(name, WireClass.OPEN, profile, Splitter::byChunk, new RandomStream(1)), trace),
                name.replace(' ', '-'));
    }

    private void peer(ActorRef<Wire.Command> wire, String name, Function<byte[], List<byte[]>> says) {
        WireEnd end = new WireEnd(wire, End.B);
        Behavior<DeviceMessage> behavior = Behaviors.receiveMessage(message -> {
            if (message instanceof WireSignal.Received m) {
                says.apply(m.chunk()).forEach(end::send);
            }
            return Behaviors.same();
        });
        end.attach(system.grow(behavior, name.replace(' ', '-') + "-peer"), ANY, name);
    }

    private <T extends TraceEvent> T last(Class<T> type) {
        List<T> all = of(type);
        return all.get(all.size() - 1);
    }

    private <T extends TraceEvent> List<T> of(Class<T> type) {
        return events.stream()
                .map(Envelope::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
