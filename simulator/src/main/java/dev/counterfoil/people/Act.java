package dev.counterfoil.people;

import dev.counterfoil.protocol.iso8583.Masking;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.PanelMessage;
import java.util.ArrayList;
import java.util.List;

/** One movement of a hand. */
public sealed interface Act {
    /** Fewest digits of a card number. */
    int SHORTEST_CARD_NUMBER = 13;

    /** Presses a key, by its label. */
    record Press(Device device, String label) implements Act {
        @Override
        public String toString() {
            return "Press[" + device + "]";
        }
    }

    /** Chooses from the terminal's menu. */
    record Choose(Menu entry) implements Act {}

    /** Scans goods, or types text, at the terminal. */
    record Scan(String text) implements Act {}

    /** Draws a card through the terminal's reader. */
    record Swipe(CardInHand card) implements Act {}

    /** Puts a card into the pad's slot. */
    record Insert(CardInHand card) implements Act {}

    /** Takes the card out of the pad's slot; a slot that is empty stays so. */
    record Remove() implements Act {}

    /** Waits. */
    record Pause(long nanos) implements Act {}

    /** Tells the trace what the next movements are; takes no time. {@code role} is empty for who does the task. */
    record Tell(String role, String what) implements Act {}

    /** Types digits and presses ENTER; the trace shows them, unless they may be the number of a card. */
    static List<Act> type(Device device, String digits) {
        boolean card = digits.length() >= SHORTEST_CARD_NUMBER;
        return keys(device, new Tell("", "types " + (card ? Masking.PAN.mask(digits) : digits)), digits);
    }

    /** Types digits that nobody may see and presses ENTER; {@code role} is empty for who does the task. */
    static List<Act> typeSecret(Device device, String role, String what, String digits) {
        return keys(device, new Tell(role, "types " + what), digits);
    }

    /** Presses one key. */
    static List<Act> press(Device device, String label) {
        return List.of(new Tell("", "presses " + label), new Press(device, label));
    }

    private static List<Act> keys(Device device, Tell tell, String digits) {
        List<Act> acts = new ArrayList<>();
        acts.add(tell);
        for (int i = 0; i < digits.length(); i++) {
            acts.add(new Press(device, digits.substring(i, i + 1)));
        }
        acts.add(new Press(device, PanelMessage.Key.ENTER));
        return List.copyOf(acts);
    }
}
