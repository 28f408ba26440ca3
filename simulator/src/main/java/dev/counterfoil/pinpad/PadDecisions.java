package dev.counterfoil.pinpad;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadReply.SlotReading;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.panel.Text;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a pad does about commands, keys, cards and time. */
final class PadDecisions {
    private final PadHands hands;
    private final KeySlots slots;
    private final KeyCommands keyCommands;
    private final CardSession card;
    private final CardCommands cardCommands;
    private final Keyboard keyboard;
    private final KeyDiary diary;
    private final PinPad.Config config;
    private final ProbeGuard guard;
    private final TamperGuard tamper;
    // null until they are needed: most pads of a large world never load a key so
    private @Nullable InjectionDesk injection;
    private @Nullable ComponentDesk components;
    private @Nullable TransportKeyDesk online;

    PadDecisions(
            PadHands hands,
            KeySlots slots,
            KeyDiary diary,
            PinPad.Config config,
            ProbeGuard guard,
            TamperGuard tamper) {
        this.hands = hands;
        this.slots = slots;
        this.diary = diary;
        this.config = config;
        this.guard = guard;
        this.tamper = tamper;
        this.card = new CardSession(hands, diary);
        this.keyboard = new Keyboard(hands, card, config.policy());
        this.keyCommands = new KeyCommands(hands, slots, keyboard, diary);
        this.cardCommands = new CardCommands(hands, slots, keyboard, card, diary, config.pairing());
    }

    void powerOn() {
        slots.boot();
        guard.boot();
        testSlot();
        showIdle(true);
    }

    /** What a free pad displays. */
    void showIdle(boolean powered) {
        if (powered) {
            hands.display(tamper.broken() ? Text.PAD_LOCKED : Text.PAD_READY);
        }
    }

    void powerOff() {
        keyboard.forget();
        cardCommands.wipe("power cut");
        // the desks that had something in memory are gone with it
        forgetComponents();
        endOnline("power cut");
        components = null;
        injection = null;
        tamper.mainsOff();
        slots.forget();
        guard.forget();
    }

    void command(PadCommand command) {
        if (tamper.refuses(command)) {
            answer(PadResult.REMOVAL);
        } else if (guard.refuses(command) || tamper.keepsFromSlot(command)) {
            hands.display(Text.PAD_LOCKED);
            answer(PadResult.LOCKED);
        } else if (command instanceof PadCommand.Reset) {
            keyboard.restart();
            dropWork("reset");
            answer(PadResult.GOOD);
        } else if (command instanceof PadCommand.CancelInput) {
            keyboard.idle();
            answer(PadResult.GOOD);
        } else if (command instanceof PadCommand.ShortestPin m) {
            answer(keyboard.shortestPin(m.digits()));
        } else if (command instanceof PadCommand.LongestPin m) {
            answer(keyboard.longestPin(m.digits()));
        } else if (command instanceof PadCommand.ReadSerialNumber) {
            text(config.serialNumber());
        } else if (command instanceof PadCommand.ReadPairing) {
            text(config.pairing());
        } else if (command instanceof PadCommand.TestSlot) {
            hands.reply(new PadReply.Answer(testSlot().encode()));
        } else if (command instanceof PadCommand.Reactivate m) {
            reactivate(m.pairing());
        } else if (command instanceof PadCommand.EraseKeys m) {
            erase(m.cause());
        } else if (command instanceof PadCommand.StartInjection m) {
            injection().startPassword(m.timeoutSeconds());
        } else if (command instanceof PadCommand.StartComponent m) {
            components().start(m);
        } else if (TransportKeyDesk.knows(command)) {
            online().take(command);
        } else if (!keyCommands.take(command)) {
            endOfDownload(command);
            cardCommands.take(command);
        }
    }

    private void endOfDownload(PadCommand command) {
        if (command instanceof PadCommand.EndDownload) {
            endLoading();
            endOnline("download over");
        }
    }

    /** A frame has come on the injection cable. */
    void loaderSaid(byte[] frame) {
        injection().heard(frame);
    }

    /** A command that cannot be read. */
    void unknown() {
        answer(PadResult.ILLEGAL);
    }

    void pressed(String label) {
        keyboard.pressed(label);
    }

    void rang() {
        keyboard.rang();
    }

    void cardInserted() {
        card.inserted();
        keyboard.cardInserted();
    }

    void cardPulled() {
        boolean wasIn = card.in();
        card.pulled("card pulled");
        cardCommands.wipe("card pulled");
        if (wasIn) {
            keyboard.cardPulled();
        }
    }

    void cardSaid(byte[] chunk) {
        PadReply reply = card.hear(chunk);
        if (reply != null) {
            keyboard.cardDone(reply);
        }
    }

    /** Nobody is at the other end of the cable: whatever was under way ends, and the keys freeze. */
    void cableGone(String cause) {
        keyboard.idle();
        dropWork(cause);
        slots.freeze(cause);
    }

    /** Somebody opens the case, in the light or in the dark. */
    void caseOpened(boolean powered) {
        keyboard.forget();
        dropWork("case opened");
        tamper.opened(powered);
        showIdle(powered);
    }

    /** Whatever was under way with keys ends, and nothing of it is known any more. */
    private void dropWork(String cause) {
        cardCommands.wipe(cause);
        endOnline(cause);
        endLoading();
    }

    private void endLoading() {
        if (injection != null) {
            injection.close();
        }
        forgetComponents();
    }

    private void forgetComponents() {
        if (components != null) {
            components.forget();
        }
    }

    private void endOnline(String cause) {
        if (online != null) {
            online.wipe(cause);
            online = null;
        }
    }

    private TransportKeyDesk online() {
        if (online == null) {
            online = new TransportKeyDesk(hands, slots, diary, config.policy().trusted(), config.pairing());
        }
        return online;
    }

    private InjectionDesk injection() {
        if (injection == null) {
            injection = new InjectionDesk(hands, slots, keyboard, config.policy(), config.serialNumber());
        }
        return injection;
    }

    private ComponentDesk components() {
        if (components == null) {
            components =
                    new ComponentDesk(hands, slots, keyboard, config.policy().custody(), diary);
        }
        return components;
    }

    private void erase(PadCommand.Erasure cause) {
        keyboard.idle();
        dropWork("erased by the terminal");
        if (cause == PadCommand.Erasure.ATTACK) {
            slots.lose("erased by the terminal");
        } else {
            slots.empty("decommissioned");
        }
        answer(PadResult.GOOD);
    }

    private SlotReading testSlot() {
        SlotReading reading = tamper.testSlot();
        hands.tell(new PadEvents.SlotTested(reading.percent(), reading.covered()));
        return reading;
    }

    private void reactivate(String pairing) {
        if (pairing.equals(config.pairing())) {
            slots.thaw("re-activated");
            answer(PadResult.GOOD);
        } else {
            slots.lose("the pad belongs to another terminal");
            hands.display(Text.PAD_LOCKED);
            answer(PadResult.AUTHENTICATION);
        }
    }

    private void text(String text) {
        hands.reply(new PadReply.Answer(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void answer(PadResult result) {
        hands.reply(new PadReply.Answer(result));
    }
}
