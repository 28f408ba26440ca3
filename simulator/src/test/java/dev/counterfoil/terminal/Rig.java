package dev.counterfoil.terminal;

import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.protocol.panel.Tone;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.terminal.guard.Plug;
import dev.counterfoil.terminal.recipe.Recipes;
import dev.counterfoil.trace.TraceEvent;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A terminal's firmware with its effects carried out by hand: no actors, no time but what a test lets pass. */
final class Rig {
    static final String TRACK = "6225880112345678=25122010000000000000";
    static final Identity IDENTITY = new Identity(
            "10000001", "898000000000001", "Corner Shop", "SN000001", "0001", "6000030000", "603100311003");

    final Dialect dialect;
    final MemoryStore store = new MemoryStore();
    final BytePad pad = new BytePad();
    final Numbers numbers = new Numbers();
    final List<Effect> effects = new ArrayList<>();
    final List<IsoMessage> sent = new ArrayList<>();
    final List<byte[]> frames = new ArrayList<>();
    final Setup setup;
    Firmware firmware;
    boolean lineWorks = true;
    long timerMillis = -1;
    private final Deque<Input> coming = new ArrayDeque<>();

    Rig(TerminalState state, Map<String, String> policies) {
        this(state, policies, Map.of());
    }

    Rig(TerminalState state, Map<String, String> policies, Map<String, String> switches) {
        dialect = Dialect.named("unionpay-pos").with(switches);
        TerminalPolicies all = TerminalPolicies.of(policies);
        setup = new Setup("T1", IDENTITY, all, dialect, Recipes.of(all), () -> LocalDateTime.of(2026, 3, 14, 8, 30, 5));
        Memory.prepare(store, state, BytePad.TMK.kcv(), "000123", "000001");
        firmware = new Firmware(setup, store, numbers);
        perform(firmware.boot(Plug.IN, false));
    }

    static Rig signedIn() {
        return new Rig(TerminalState.SIGNED_IN, Map.of());
    }

    static Rig signedIn(String policy, String value) {
        return new Rig(TerminalState.SIGNED_IN, Map.of(policy, value));
    }

    /** Cuts the power and brings it back; the pad has long said what it had to say. */
    void restart() {
        boot();
        timeUp();
    }

    /** Cuts the power and brings it back. */
    void boot() {
        firmware = new Firmware(setup, store, numbers);
        timerMillis = -1;
        perform(firmware.boot(Plug.IN, true));
        comeToRest();
    }

    /** Somebody opens the case of a terminal that is on. */
    Rig openCase() {
        perform(new Firmware(setup, store, numbers).caseOpened());
        coming.clear();
        pad.heard.clear();
        restart();
        return this;
    }

    Rig in(Input input) {
        coming.add(input);
        comeToRest();
        return this;
    }

    private void comeToRest() {
        for (Input next = coming.poll(); next != null; next = coming.poll()) {
            perform(firmware.on(next));
        }
    }

    Rig choose(Menu entry) {
        return in(new Input.Choose(entry));
    }

    /** Types these digits and ENTER. */
    Rig type(String digits) {
        for (char digit : digits.toCharArray()) {
            key(String.valueOf(digit));
        }
        return key("ENTER");
    }

    Rig key(String label) {
        return in(new Input.Key(label));
    }

    Rig swipe() {
        return in(new Input.Swiped(TRACK));
    }

    Rig timeUp() {
        return in(new Input.Time());
    }

    /** A sale of tea up to its request. */
    Rig sell(String fen) {
        return choose(Menu.SALE).in(new Input.Scan("tea")).type(fen).swipe();
    }

    /** Answers the last request with this code and a good MAC. */
    Rig answer(String code) {
        return answer(code, m -> m);
    }

    Rig answer(String code, UnaryOperator<IsoMessage.Builder> edit) {
        return in(new Input.Frame(frame(sent.get(sent.size() - 1), code, edit)));
    }

    /** The bytes of an answer to {@code request}, with a good MAC if the request has one. */
    byte[] frame(IsoMessage request, String code, UnaryOperator<IsoMessage.Builder> edit) {
        IsoMessage.Builder answer = IsoMessage.answerTo(request)
                .copy(request, 2, 3, 4, 11, 25, 41, 42, 49, 60)
                .set(12, "083006")
                .set(13, "0314")
                .set(37, "000000000042")
                .set(39, code);
        IsoMessage message = edit.apply(answer).build();
        return request.has(64) && !message.has(64) ? dialect.packWithMac(message, BytePad::mac) : dialect.pack(message);
    }

    IsoMessage last() {
        return sent.get(sent.size() - 1);
    }

    List<String> types() {
        return sent.stream().map(IsoMessage::mti).toList();
    }

    List<Text> shown() {
        return all(Effect.Show.class).stream().map(Effect.Show::text).toList();
    }

    List<Tone> tones() {
        return all(Effect.Sound.class).stream().map(Effect.Sound::tone).toList();
    }

    List<Slip> slips() {
        return all(Effect.Print.class).stream().map(Effect.Print::slip).toList();
    }

    <T extends TraceEvent> List<T> events(Class<T> type) {
        return all(Effect.Emit.class).stream()
                .map(Effect.Emit::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Verdict and code of the latest transaction. */
    String verdict() {
        List<TerminalEvents.Ended> ended = events(TerminalEvents.Ended.class);
        if (ended.isEmpty()) {
            return "none";
        }
        TerminalEvents.Ended last = ended.get(ended.size() - 1);
        return (last.verdict() + " " + last.code()).trim();
    }

    <T extends Effect> List<T> all(Class<T> type) {
        return effects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void perform(List<Effect> decided) {
        for (Effect effect : decided) {
            effects.add(effect);
            carryOut(effect);
        }
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Write m) {
            store.write(m.kind(), m.name(), m.record(), () -> {});
        } else if (effect instanceof Effect.Delete m) {
            store.delete(m.kind(), m.name(), () -> {});
        } else if (effect instanceof Effect.PadSend m) {
            pad.hear(m.command().encode()).forEach(piece -> coming.add(new Input.Pad(PadReply.decode(piece))));
        } else if (effect instanceof Effect.Dial) {
            coming.add(lineWorks ? new Input.LineOpened() : new Input.LineDown("no carrier"));
        } else if (effect instanceof Effect.LineSend m) {
            frames.add(m.frame());
            sent.add(dialect.unpack(m.frame()));
        } else if (effect instanceof Effect.StartTimer m) {
            timerMillis = m.millis();
        } else if (effect instanceof Effect.StopTimer) {
            timerMillis = -1;
        }
    }
}
