package dev.counterfoil.pinpad;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.panel.Text;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a pad does about commands, keys, cards and time. */
final class PadDecisions {
    private final PadHands hands;
    private final KeySlots slots;
    private final KeyCommands keyCommands;
    private final CardSession card;
    private final CardCommands cardCommands;
    private final Keyboard keyboard;
    private final InjectionDesk injection;
    private final ComponentDesk components;
    private final Supplier<OnlineDownload> newOnline;
    private final Identity identity;
    private final ProbeGuard guard;
    private final TamperGuard tamper;
    private @Nullable OnlineDownload online;

    /** @param pairing the terminal that the pad belongs to */
    record Identity(String serialNumber, String pairing) {}

    PadDecisions(
            PadHands hands,
            KeySlots slots,
            KeyDiary diary,
            PadPolicy policy,
            Identity identity,
            ProbeGuard guard,
            TamperGuard tamper) {
        this.hands = hands;
        this.slots = slots;
        this.identity = identity;
        this.guard = guard;
        this.tamper = tamper;
        this.card = new CardSession(hands, diary);
        this.keyboard = new Keyboard(hands, card, policy);
        this.keyCommands = new KeyCommands(hands, slots, keyboard, diary);
        this.cardCommands = new CardCommands(hands, slots, keyboard, card, new Download(diary), identity.pairing);
        this.injection = new InjectionDesk(hands, slots, keyboard, policy, identity.serialNumber);
        this.newOnline = () -> new OnlineDownload(hands, slots, diary, policy.trusted(), identity.pairing);
        this.components = new ComponentDesk(hands, slots, keyboard, policy.custody(), diary);
    }

    void powerOn() {
        slots.boot();
        guard.boot();
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
        endOnline("power cut");
        injection.forget();
        components.forget();
        tamper.mainsOff();
        slots.forget();
        guard.forget();
    }

    void command(PadCommand command) {
        if (tamper.refuses(command)) {
            answer(PadResult.REMOVAL);
        } else if (guard.refuses(command)) {
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
            text(identity.serialNumber);
        } else if (command instanceof PadCommand.ReadPairing) {
            text(identity.pairing);
        } else if (command instanceof PadCommand.Reactivate m) {
            reactivate(m.pairing());
        } else if (command instanceof PadCommand.EraseKeys m) {
            erase(m.cause());
        } else if (command instanceof PadCommand.StartInjection m) {
            injection.startPassword(m.timeoutSeconds());
        } else if (command instanceof PadCommand.StartComponent m) {
            components.start(m);
        } else if (OnlineDownload.knows(command)) {
            online = online == null ? newOnline.get() : online;
            online.take(command);
        } else if (!keyCommands.take(command)) {
            endOfDownload(command);
            cardCommands.take(command);
        }
    }

    private void endOfDownload(PadCommand command) {
        if (command instanceof PadCommand.EndDownload) {
            injection.close();
            components.forget();
            endOnline("download over");
        }
    }

    private void endOnline(String cause) {
        if (online != null) {
            online.wipe(cause);
            online = null;
        }
    }

    /** A frame has come on the injection cable. */
    void loaderSaid(byte[] frame) {
        injection.heard(frame);
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
        injection.close();
        components.forget();
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

    private void reactivate(String pairing) {
        if (pairing.equals(identity.pairing)) {
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
