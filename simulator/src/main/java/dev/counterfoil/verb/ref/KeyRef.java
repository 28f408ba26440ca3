package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One key in one place.
 *
 * @param slot which key
 * @param terminal whose key
 * @param atHost whether the host's copy is meant; else the terminal's
 */
public record KeyRef(Slot slot, TerminalRef terminal, boolean atHost) implements Word {
    private static final Pattern FORM = Pattern.compile("the (.+) of (T[0-9]+)|(T[0-9]+)的(.+)");

    /** Reads {@code the MAC key of T1 at the host} or {@code 主机中T1的MAC密钥}. */
    public static KeyRef parse(String text) {
        boolean atHost = text.endsWith(" at the host") || text.startsWith("主机中");
        Matcher form = FORM.matcher(text.replaceFirst(" at the host$|^主机中", ""));
        if (!form.matches()) {
            throw new IllegalArgumentException("not a key: " + text);
        }
        boolean english = form.group(1) != null;
        Slot slot = Word.parse(Slot.class, english ? form.group(1) : form.group(4));
        return new KeyRef(slot, TerminalRef.parse(english ? form.group(2) : form.group(3)), atHost);
    }

    @Override
    public String english() {
        return "the " + slot.english() + " of " + terminal.english() + (atHost ? " at the host" : "");
    }

    @Override
    public String chinese() {
        return (atHost ? "主机中" : "") + terminal.chinese() + "的" + slot.chinese();
    }

    /** What a terminal and the host both hold: a key, all three working keys at once, or what the factory wrote. */
    public enum Slot implements Word {
        MASTER_KEY("master key", "主密钥"),
        PIN_KEY("PIN key", "PIN密钥"),
        MAC_KEY("MAC key", "MAC密钥"),
        TRACK_KEY("track key", "磁道密钥"),
        CHIP_KEY("chip key", "芯片密钥"),
        DEVICE_ID("device id", "设备号"),
        WORKING_KEY_SET("working key set", "工作密钥");

        private final String english;
        private final String chinese;

        Slot(String english, String chinese) {
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
