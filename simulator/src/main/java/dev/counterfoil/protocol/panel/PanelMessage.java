package dev.counterfoil.protocol.panel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What crosses a panel. On the wire a message is one letter and its parts, UTF-8, with 1F (unit separator) between
 * them:
 *
 * <pre>
 * K label          a key, by its label: 0-9, ENTER, CLEAR, CANCEL
 * M entry          a menu entry, by its name in {@link Menu}
 * G text           text from a scanner or keyboard, such as the name of goods
 * D text arg...    the display shows an entry of {@link Text}
 * X                the display has gone dark
 * T tone           the buzzer sounds
 * P slip item text item text ...   paper comes out
 * </pre>
 */
public sealed interface PanelMessage {
    String SEPARATOR = "\u001F";

    /** A key is pressed. */
    record Key(String label) implements PanelMessage {
        public static final String ENTER = "ENTER";
        public static final String CLEAR = "CLEAR";
        public static final String CANCEL = "CANCEL";
    }

    /** A menu entry is chosen. */
    record Choose(Menu entry) implements PanelMessage {}

    /** Text is scanned or typed. */
    record Scan(String text) implements PanelMessage {}

    /** The display changes. */
    record Show(Text text, List<String> args) implements PanelMessage {
        public Show(Text text, String... args) {
            this(text, List.of(args));
        }
    }

    /** The display is dark: no power. */
    record Dark() implements PanelMessage {}

    /** The buzzer sounds. */
    record Sound(Tone tone) implements PanelMessage {}

    /** Paper comes out. */
    record Paper(Slip slip, List<SlipLine> lines) implements PanelMessage {}

    /** The bytes of this message. */
    default byte[] encode() {
        return String.join(SEPARATOR, parts()).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> parts() {
        if (this instanceof Key m) {
            return List.of("K", m.label);
        } else if (this instanceof Choose m) {
            return List.of("M", m.entry.name());
        } else if (this instanceof Scan m) {
            return List.of("G", m.text);
        } else if (this instanceof Show m) {
            return prefixed("D", m.text.name(), m.args);
        } else if (this instanceof Sound m) {
            return List.of("T", m.tone.name());
        } else if (this instanceof Paper m) {
            List<String> lines = new ArrayList<>();
            m.lines.forEach(line -> lines.addAll(List.of(line.item().name(), line.text())));
            return prefixed("P", m.slip.name(), lines);
        }
        return List.of("X");
    }

    /**
     * The message in these bytes.
     *
     * @throws IllegalArgumentException if they are none
     */
    static PanelMessage decode(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1);
        String first = parts.length > 1 ? parts[1] : "";
        List<String> rest = parts.length > 2 ? List.of(Arrays.copyOfRange(parts, 2, parts.length)) : List.of();
        return switch (parts[0]) {
            case "K" -> new Key(first);
            case "M" -> new Choose(Menu.valueOf(first));
            case "G" -> new Scan(first);
            case "D" -> new Show(Text.valueOf(first), rest);
            case "T" -> new Sound(Tone.valueOf(first));
            case "P" -> new Paper(Slip.valueOf(first), lines(rest));
            case "X" -> new Dark();
            default -> throw new IllegalArgumentException("not a panel message: type " + parts[0]);
        };
    }

    private static List<SlipLine> lines(List<String> pairs) {
        List<SlipLine> lines = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            lines.add(new SlipLine(SlipItem.valueOf(pairs.get(i)), pairs.get(i + 1)));
        }
        return lines;
    }

    private static List<String> prefixed(String type, String name, List<String> rest) {
        List<String> parts = new ArrayList<>(rest.size() + 2);
        parts.add(type);
        parts.add(name);
        parts.addAll(rest);
        return parts;
    }
}
