package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A wire, by its ends.
 *
 * @param line which wire
 * @param terminal the terminal at its end; none for a link of the back office
 */
public record WireRef(Line line, @Nullable TerminalRef terminal) implements Place {
    private static final Pattern FORM = Pattern.compile("(.+) of (T[0-9]+)|(T[0-9]+)的(.+)");

    /** Reads {@code the line of T1}, {@code the HSM link} or their Chinese forms. */
    public static WireRef parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return new WireRef(Word.parse(Line.class, text), null);
        }
        boolean english = form.group(1) != null;
        Line line = Word.parse(Line.class, english ? form.group(1) : form.group(4));
        return new WireRef(line, TerminalRef.of(english ? form.group(2) : form.group(3)));
    }

    @Override
    public String english() {
        return line.english() + (terminal == null ? "" : " of " + terminal.english());
    }

    @Override
    public String chinese() {
        return (terminal == null ? "" : terminal.chinese() + "的") + line.chinese();
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
