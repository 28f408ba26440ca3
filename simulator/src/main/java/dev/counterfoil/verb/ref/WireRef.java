package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import org.jspecify.annotations.Nullable;

/**
 * A wire, by its ends.
 *
 * @param line which wire
 * @param terminal the terminal at its end; none for a link of the back office
 */
public record WireRef(Line line, @Nullable TerminalRef terminal) implements Place {
    /** Reads {@code the line of T1}, {@code the HSM link} or their Chinese forms. */
    public static WireRef parse(String text) {
        return TerminalRef.parseThing(Line.class, text, WireRef::new);
    }

    @Override
    public String english() {
        return TerminalRef.englishThing(line, terminal);
    }

    @Override
    public String chinese() {
        return TerminalRef.chineseThing(line, terminal);
    }

    /** A kind of wire. */
    public enum Line implements Word {
        LINE("the line", "通讯线路"),
        PAD_CABLE("the pad cable", "键盘连线"),
        CARD_SLOT("the card slot", "卡槽"),
        INJECTION_CABLE("the injection cable", "灌密连线"),
        HSM_LINK("the HSM link", "加密机链路"),
        SWITCH_LINK("the switch link", "交换中心链路"),
        ISSUER_LINK("the issuer link", "发卡行链路");

        private final String english;
        private final String chinese;

        Line(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        @Override
        public String english() {
            return english;
        }

        @Override
        public String chinese() {
            return chinese;
        }
    }
}
