package dev.counterfoil.people;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.card.PaymentCard;
import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.protocol.apdu.Stripe;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Profile;
import dev.counterfoil.wire.Splitter;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CounterTest {
    private static final long SECOND = 1_000_000_000L;

    private final LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
    private final TurnLoop loop = system.loop();
    private final Trace trace = new Trace(loop::nowNanos);
    private final List<String> done = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private final List<String> hands = new ArrayList<>();
    private final Tasks tasks = new Tasks(Staff.USUAL);
    private final PinHabit habit = new PinHabit("123456");
    private final ActorRef<Wire.Command> terminalPanel = wire("panel");
    private final ActorRef<Wire.Command> padPanel = wire("pad-panel");
    private final ActorRef<Wire.Command> reader = wire("reader");
    private final ActorRef<Wire.Command> slot = wire("slot");
    private final ActorRef<DeviceMessage> counter = system.grow(
            Counter.create(new Counter.Config(
                    "people at T1",
                    new WireEnd(terminalPanel, End.B),
                    new WireEnd(padPanel, End.B),
                    new WireEnd(reader, End.B),
                    new WireEnd(slot, End.B),
                    Pace.USUAL,
                    new RandomStream(5),
                    trace)),
            "counter");
    private final CardInHand card =
            new CardInHand("card A", system.grow(PaymentCard.create(new Stripe("6225880000000014=3012", "")), "card"));

    /** What the scripted devices do when a hand has moved. */
    private BiConsumer<String, String> script = (device, key) -> {};

    @BeforeEach
    void plugIn() {
        trace.listen(e -> {
            if (e.event() instanceof PeopleEvents.Did did) {
                done.add(did.role() + " " + did.what());
            } else if (e.event() instanceof PeopleEvents.TaskEnded ended) {
                ends.add(ended.task() + " " + ended.how());
            }
        });
        device("T", terminalPanel);
        device("P", padPanel);
        device("R", reader);
        device("S", slot);
        new WireEnd(terminalPanel, End.B).attach(counter, Counter.TERMINAL, "people");
        new WireEnd(padPanel, End.B).attach(counter, Counter.PAD, "people");
        loop.drain();
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void a_sale_is_a_dialogue_of_goods_amount_card_and_pin() {
        script = salesScript();
        run(1, tasks.sell("clerk", "tea", 2500, card, habit), 30);
        assertThat(ends).containsExactly("1 at rest");
        assertThat(hands)
                .containsExactly(
                        "T SALE",
                        "T tea",
                        "T 2",
                        "T 5",
                        "T 0",
                        "T 0",
                        "T ENTER",
                        "R ;6225880000000014=3012??\r",
                        "P 1",
                        "P 2",
                        "P 3",
                        "P 4",
                        "P 5",
                        "P 6",
                        "P ENTER");
        assertThat(done)
                .containsExactly(
                        "clerk chooses sale",
                        "clerk scans tea",
                        "clerk types 2500",
                        "clerk swipes card A",
                        "cardholder types the PIN");
    }

    @Test
    void a_mistyping_holder_is_wrong_once_and_then_right() {
        script = salesScript();
        habit.mistype(1);
        run(1, tasks.sell("clerk", "tea", 100, card, habit), 30);
        assertThat(String.join("", hands)).contains("P 2P 2P 3P 4P 5P 6P ENTER");
        hands.clear();
        run(2, tasks.sell("clerk", "tea", 100, card, habit), 30);
        assertThat(String.join("", hands)).contains("P 1P 2P 3P 4P 5P 6P ENTER");
    }

    @Test
    void a_holder_who_skips_presses_enter_only() {
        script = salesScript();
        habit.skipNext();
        run(1, tasks.sell("clerk", "tea", 100, card, habit), 30);
        assertThat(hands.stream().filter(h -> h.startsWith("P"))).containsExactly("P ENTER");
    }

    @Test
    void a_started_sale_ends_at_the_prompt_for_the_card() {
        script = salesScript();
        run(1, tasks.startSale("clerk", "goods", 100), 30);
        assertThat(ends).containsExactly("1 asked");
    }

    @Test
    void a_single_act_ends_with_the_next_display() {
        script = (device, key) -> show(terminalPanel, Text.PRESENT_CARD);
        run(1, tasks.choose("clerk", Menu.SALE), 2);
        assertThat(ends).containsExactly("1 next display");
    }

    @Test
    void an_act_that_shows_nothing_ends_by_itself() {
        run(1, tasks.press("clerk", "enter"), 30);
        assertThat(ends).containsExactly("1 gave up");
        assertThat(hands).containsExactly("T ENTER");
    }

    @Test
    void digits_go_to_the_device_that_asks() {
        show(padPanel, Text.ENTER_PIN);
        run(1, tasks.type("cardholder", "12"), 3);
        show(padPanel, Text.PAD_READY);
        show(terminalPanel, Text.ENTER_AMOUNT);
        run(2, tasks.type("clerk", "7"), 3);
        assertThat(hands).containsExactly("P 1", "P 2", "P ENTER", "T 7", "T ENTER");
    }

    @Test
    void a_hand_waits_a_while_for_a_device_to_ask() {
        counter.tell(new Counter.Do(1, tasks.cancel("cardholder")));
        loop.run(2 * SECOND);
        assertThat(hands).isEmpty();
        show(padPanel, Text.ENTER_PIN);
        loop.run(SECOND);
        assertThat(hands).containsExactly("P CANCEL");
    }

    @Test
    void keys_come_at_a_human_pace() {
        List<Long> times = new ArrayList<>();
        script = (device, key) -> times.add(loop.nowNanos());
        long start = loop.nowNanos();
        run(1, tasks.typeOn("clerk", Device.TERMINAL, "123456789"), 30);
        long before = start;
        for (long time : times) {
            assertThat(time - before).isBetween(200_000_000L, 600_000_000L);
            before = time;
        }
        assertThat(times).hasSize(10);
    }

    @Test
    void a_dark_terminal_ends_the_task_and_the_next_one_begins() {
        script = (device, key) -> new WireEnd(terminalPanel, End.A).send(new PanelMessage.Dark().encode());
        counter.tell(new Counter.Do(1, tasks.signIn("clerk")));
        counter.tell(new Counter.Do(2, tasks.doNothing("clerk", 5 * SECOND)));
        loop.run(5 * SECOND);
        assertThat(ends).containsExactly("1 dark");
        loop.run(SECOND);
        assertThat(ends).containsExactly("1 dark", "2 done");
    }

    @Test
    void a_terminal_that_asks_again_and_again_is_left() {
        script = (device, key) -> {
            if (!key.equals("0")) {
                show(terminalPanel, key.equals(PanelMessage.Key.CANCEL) ? Text.READY : Text.OPERATOR_PASSWORD);
            }
        };
        run(1, tasks.signIn("clerk"), 60);
        assertThat(ends).containsExactly("1 at rest");
        assertThat(hands.stream().filter(h -> h.equals("T ENTER"))).hasSize(3);
        assertThat(hands).endsWith("T CANCEL");
    }

    @Test
    void a_download_puts_the_card_in_types_its_password_and_takes_it_out() {
        script = (device, key) -> {
            switch (key) {
                case "KEY_DOWNLOAD" -> show(terminalPanel, Text.INSERT_MANAGER_CARD);
                case "card in" -> show(padPanel, Text.CARD_PASSWORD);
                case "ENTER" -> {
                    show(terminalPanel, Text.DOWNLOAD_DONE);
                    show(terminalPanel, Text.PLEASE_SIGN_IN);
                }
                default -> {}
            }
        };
        run(1, tasks.download("manager", card, "246810"), 30);
        assertThat(hands)
                .containsExactly(
                        "T KEY_DOWNLOAD",
                        "S card in",
                        "P 2",
                        "P 4",
                        "P 6",
                        "P 8",
                        "P 1",
                        "P 0",
                        "P ENTER",
                        "S card out");
        assertThat(done).noneMatch(d -> d.contains("246810"));
        assertThat(ends).containsExactly("1 at rest");
    }

    @Test
    void a_void_takes_the_supervisor_the_voucher_and_a_confirmation() {
        script = (device, key) -> {
            switch (key) {
                case "VOID" -> show(terminalPanel, Text.SUPERVISOR_PASSWORD);
                case "6" -> show(terminalPanel, Text.ORIGINAL_TRACE);
                case "9" -> show(terminalPanel, Text.CONFIRM_ORIGINAL);
                case "ENTER" -> {
                    if (hands.get(hands.size() - 2).equals("T ENTER")) {
                        show(terminalPanel, Text.DECLINED);
                        show(terminalPanel, Text.READY);
                    }
                }
                default -> {}
            }
        };
        run(1, tasks.voidSale("clerk", "000009", card, habit), 60);
        assertThat(done).contains("supervisor types the supervisor password", "clerk types 000009");
        assertThat(ends).containsExactly("1 at rest");
    }

    @Test
    void a_thief_voids_with_what_the_receipt_shows() {
        String receipt = "000001 000123 000000000042 25.00 0314";
        script = (device, key) -> show(terminalPanel, key.equals("VOID") ? Text.ORIGINAL_TRACE : Text.READY);
        run(1, tasks.voidOffReceipt("thief", receipt), 60);
        assertThat(hands).containsExactly("T VOID", "T " + receipt);
        assertThat(ends).containsExactly("1 at rest");
    }

    @Test
    void a_card_that_is_in_stays_and_another_one_takes_its_place() {
        CardInHand other = new CardInHand(
                "card B", system.grow(PaymentCard.create(new Stripe("6212142000000000012=3012", "")), "other"));
        run(1, tasks.insert("manager", card), 10);
        run(2, tasks.insert("manager", card), 10);
        run(3, tasks.insert("manager", other), 10);
        run(4, tasks.remove("manager"), 10);
        assertThat(hands).containsExactly("S card in", "S card out", "S card in", "S card out");
    }

    private BiConsumer<String, String> salesScript() {
        int[] enters = {0};
        return (device, key) -> {
            if (key.equals("SALE")) {
                enters[0] = 0;
                show(terminalPanel, Text.ENTER_GOODS);
            } else if (key.startsWith("tea") || key.equals("goods")) {
                show(terminalPanel, Text.ENTER_AMOUNT);
            } else if (key.startsWith(";")) {
                show(terminalPanel, Text.USE_PAD);
                show(padPanel, Text.ENTER_PIN);
            } else if (key.equals(PanelMessage.Key.ENTER) && enters[0]++ == 0) {
                show(terminalPanel, Text.PRESENT_CARD);
            } else if (key.equals(PanelMessage.Key.ENTER)) {
                show(padPanel, Text.PAD_READY);
                show(terminalPanel, Text.APPROVED);
                show(terminalPanel, Text.READY);
            }
        };
    }

    private void run(long number, Task task, long seconds) {
        counter.tell(new Counter.Do(number, task));
        loop.run(seconds * SECOND);
    }

    private void show(ActorRef<Wire.Command> panel, Text text) {
        new WireEnd(panel, End.A).send(new PanelMessage.Show(text).encode());
    }

    private ActorRef<Wire.Command> wire(String name) {
        Wire.Config config =
                new Wire.Config(name, WireClass.ENCLOSED, Profile.DIRECT, Splitter::byChunk, new RandomStream(3));
        return system.grow(Wire.create(config, trace), name);
    }

    private void device(String name, ActorRef<Wire.Command> wire) {
        Behavior<DeviceMessage> behavior = Behaviors.receiveMessage(m -> {
            String what = what(name, m);
            if (!what.isEmpty()) {
                hands.add(name + " " + what);
                script.accept(name, what);
            }
            return Behaviors.same();
        });
        new WireEnd(wire, End.A).attach(system.grow(behavior, "device-" + name), 0, name);
    }

    private static String what(String name, DeviceMessage message) {
        if (name.equals("S")) {
            return message instanceof WireSignal.Back
                    ? "card in"
                    : message instanceof WireSignal.Gone ? "card out" : "";
        }
        if (!(message instanceof WireSignal.Received received)) {
            return "";
        }
        if (name.equals("R")) {
            return new String(received.chunk(), StandardCharsets.US_ASCII);
        }
        PanelMessage panel = PanelMessage.decode(received.chunk());
        return switch (panel.encode()[0]) {
            case 'K' -> ((PanelMessage.Key) panel).label();
            case 'M' -> ((PanelMessage.Choose) panel).entry().name();
            default -> ((PanelMessage.Scan) panel).text();
        };
    }
}
