package dev.counterfoil.pinpad;

import dev.counterfoil.protocol.padlink.PadKey;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.protocol.panel.Text;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the pad is waiting for, one thing at a time: digits, a card, an answer of the card, or nothing. */
final class Keyboard {
    private static final Wanted NOTHING =
            new Wanted(Text.CARD_PASSWORD, PadPolicy.SHORTEST, PadPolicy.LONGEST, false, List.of(), pin -> {});

    private static final String DIGITS = "0123456789ABCDEF";
    private static final int MILLIS = 1_000;
    /** How long a card may take for one answer. */
    private static final int CARD_ANSWER_MILLIS = 1_000;

    /** How long it is shown how an entry ended. */
    private static final int MESSAGE_MILLIS = 2_000;

    private static final int PIN_KEPT_MILLIS = 60_000;

    private final PadHands hands;
    private final CardSession card;
    private final PadPolicy policy;
    private Activity activity = Activity.NONE;
    private @Nullable DigitEntry entry;
    private int shortest;
    private int longest;
    private int timeoutMillis;
    private boolean bypass;
    private Wanted wanted = NOTHING;

    /** What is being typed, other than a PIN, and who hears it. */
    private record Wanted(
            Text prompt, int shortest, int longest, boolean hex, List<String> args, Consumer<String> taker) {
        String[] filling() {
            return args.toArray(new String[0]);
        }
    }

    Keyboard(PadHands hands, CardSession card, PadPolicy policy) {
        this.hands = hands;
        this.card = card;
        this.policy = policy;
        this.shortest = policy.shortestPin();
        this.longest = policy.longestPin();
    }

    private enum Activity {
        NONE,
        /** Shows for a while how an entry has ended. */
        MESSAGE,
        PIN,
        /** A PIN was typed and waits to be read. */
        PIN_TYPED,
        CARD,
        CARD_TALK,
        /** A password or something else that somebody is waiting for. */
        TYPING
    }

    /** Ends whatever is going on, and shows that the pad is free. */
    void idle() {
        if (activity != Activity.NONE) {
            forget();
            hands.display(Text.PAD_READY);
        }
    }

    /** As {@link #idle}, and the PIN lengths are the policy's again. */
    void restart() {
        shortest = policy.shortestPin();
        longest = policy.longestPin();
        idle();
    }

    /** Ends whatever is going on. */
    void forget() {
        activity = Activity.NONE;
        if (entry != null) {
            entry.wipe();
            entry = null;
        }
        hands.silence();
    }

    PadResult shortestPin(int digits) {
        if (!PadPolicy.takes(digits)) {
            return PadResult.ILLEGAL;
        }
        shortest = digits;
        longest = Math.max(longest, digits);
        return PadResult.GOOD;
    }

    PadResult longestPin(int digits) {
        if (!PadPolicy.takes(digits)) {
            return PadResult.ILLEGAL;
        }
        longest = digits;
        shortest = Math.min(shortest, digits);
        return PadResult.GOOD;
    }

    void startPin(boolean allowBypass, int timeoutSeconds) {
        bypass = allowBypass;
        start(Activity.PIN, PadPolicy.LONGEST, timeoutSeconds, Text.ENTER_PIN);
    }

    /** Asks for the password of the card, which checks it. */
    void startCardPassword(int timeoutSeconds) {
        startPassword(Text.CARD_PASSWORD, timeoutSeconds, this::giveToCard);
    }

    /** Asks for a password; {@code taker} hears it. */
    void startPassword(Text prompt, int timeoutSeconds, Consumer<String> taker) {
        startTyping(new Wanted(prompt, PadPolicy.SHORTEST, PadPolicy.LONGEST, false, List.of(), taker), timeoutSeconds);
    }

    /** Asks for up to {@code longest} hex digits; {@code taker} hears them. */
    void startHex(Text prompt, int timeoutSeconds, int longest, Consumer<String> taker) {
        startTyping(new Wanted(prompt, 0, longest, true, List.of(), taker), timeoutSeconds);
    }

    /** Asks for ENTER. */
    void startConfirmation(int timeoutSeconds, Runnable confirmed, Text prompt, String... args) {
        startTyping(new Wanted(prompt, 0, 0, false, List.of(args), nothing -> confirmed.run()), timeoutSeconds);
    }

    private void startTyping(Wanted next, int timeoutSeconds) {
        bypass = false;
        wanted = next;
        start(Activity.TYPING, next.longest, timeoutSeconds, next.prompt, next.filling());
    }

    /** The PIN typed last, which is gone then; null when none waits. */
    @Nullable
    String takePin() {
        if (activity != Activity.PIN_TYPED || entry == null) {
            return null;
        }
        String pin = entry.take();
        idle();
        return pin;
    }

    void awaitCard(int timeoutSeconds) {
        forget();
        if (card.in()) {
            talk();
        } else {
            activity = Activity.CARD;
            hands.ringAfter((long) timeoutSeconds * MILLIS);
        }
    }

    void cardInserted() {
        if (activity == Activity.CARD) {
            talk();
        }
    }

    /** Ends what waited for the card, and tells the terminal. */
    void cardPulled() {
        if (activity == Activity.TYPING || activity == Activity.CARD_TALK) {
            idle();
        }
        hands.reply(new PadReply.CardOut());
    }

    /** The card's part of the dialogue is over. */
    void cardDone(PadReply reply) {
        idle();
        hands.reply(reply);
    }

    void pressed(String label) {
        DigitEntry typing = entry;
        if (typing == null || (activity != Activity.PIN && activity != Activity.TYPING)) {
            return;
        }
        switch (label) {
            case PanelMessage.Key.CANCEL -> cancel();
            case PanelMessage.Key.CLEAR -> clear(typing);
            case PanelMessage.Key.ENTER -> enter(typing);
            default -> digit(typing, label);
        }
    }

    /** Time is up for what is going on. */
    void rang() {
        Activity before = activity;
        if (before == Activity.CARD_TALK) {
            cardDone(card.silent());
            return;
        }
        idle();
        if (before == Activity.PIN || before == Activity.TYPING || before == Activity.CARD) {
            hands.reply(new PadReply.TimedOut());
        }
    }

    private void start(Activity next, int longestEntry, int timeoutSeconds, Text prompt, String... args) {
        forget();
        activity = next;
        entry = new DigitEntry(longestEntry);
        timeoutMillis = timeoutSeconds * MILLIS;
        hands.display(prompt, args);
        hands.ringAfter(timeoutMillis);
    }

    private void digit(DigitEntry typing, String label) {
        int value = label.length() == 1 ? DIGITS.indexOf(label) : -1;
        if (value >= 0 && (value < 10 || (activity == Activity.TYPING && wanted.hex))) {
            typing.type(label.charAt(0));
            hands.ringAfter(timeoutMillis);
            hands.reply(new PadReply.Pressed(PadKey.DIGIT));
        }
    }

    private void clear(DigitEntry typing) {
        typing.wipe();
        hands.ringAfter(timeoutMillis);
        hands.reply(new PadReply.Pressed(PadKey.CLEAR));
    }

    private void cancel() {
        forget();
        message(Text.PAD_CANCELLED);
        hands.reply(new PadReply.Pressed(PadKey.CANCEL));
    }

    private void enter(DigitEntry typing) {
        if (typing.typed() == 0 && bypass) {
            idle();
            hands.reply(new PadReply.Bypassed());
        } else if (activity == Activity.TYPING) {
            enterTyped(typing);
        } else if (typing.fits(shortest, longest)) {
            activity = Activity.PIN_TYPED;
            hands.display(Text.PAD_PROCESSING);
            hands.ringAfter(PIN_KEPT_MILLIS);
            hands.reply(new PadReply.Pressed(PadKey.ENTER));
        } else {
            clear(typing);
            hands.display(Text.PIN_AGAIN, shortest == longest ? "" + shortest : shortest + "-" + longest);
        }
    }

    /** What has a length that nobody takes is as if nothing had been typed. */
    private void enterTyped(DigitEntry typing) {
        if (!typing.fits(wanted.shortest, wanted.longest)) {
            clear(typing);
            hands.display(wanted.prompt, wanted.filling());
            return;
        }
        hands.reply(new PadReply.Pressed(PadKey.ENTER));
        String typed = typing.take();
        forget();
        wanted.taker.accept(typed);
    }

    private void giveToCard(String password) {
        hands.display(Text.PAD_PROCESSING);
        activity = Activity.CARD_TALK;
        hands.ringAfter(CARD_ANSWER_MILLIS);
        card.verify(password);
    }

    private void talk() {
        activity = Activity.CARD_TALK;
        hands.ringAfter(CARD_ANSWER_MILLIS);
        card.reset();
    }

    private void message(Text text) {
        activity = Activity.MESSAGE;
        hands.display(text);
        hands.ringAfter(MESSAGE_MILLIS);
    }
}
