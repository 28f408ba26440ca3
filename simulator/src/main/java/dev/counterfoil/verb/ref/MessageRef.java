package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.NamedMessage;
import dev.counterfoil.verb.word.Word;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Messages on a terminal's line.
 *
 * @param which which ones: next, last, nth or every
 * @param type the message type (MTI), four digits; none if {@code named} says it
 * @param named the message by its name; none if {@code type} says it
 * @param direction which way they go
 * @param terminal whose line; none means any
 * @param fields what they must hold; none means anything
 */
public record MessageRef(
        Which which,
        @Nullable String type,
        @Nullable NamedMessage named,
        Direction direction,
        @Nullable TerminalRef terminal,
        @Nullable FieldConditions fields)
        implements Word {
    private static final Pattern MTI = Pattern.compile("[0-9]{4}");
    private static final Pattern ENGLISH = Pattern.compile("(the (?:next|last|[0-9]+[a-z]{2})|every) (.+?)"
            + "(?: (from|of|to|for) ((?:terminal |终端)?T[0-9]+))?(?: with (.+))?");
    private static final Pattern CHINESE = Pattern.compile("(?:((?:terminal |终端)?T[0-9]+)发出的"
            + "|发往((?:terminal |终端)?T[0-9]+)的)?(下一|最后一|每|第[0-9]+)[笔条](.+?)(?:（(.+)）)?");

    /** Reads {@code the 3rd 0210 to T1}, {@code every 0400 with F39 98} or {@code 发往T1的下一条密钥下发报文}. */
    public static MessageRef parse(String text) {
        Matcher english = ENGLISH.matcher(text);
        if (english.matches()) {
            Direction direction = Direction.named(english.group(3));
            return of(english.group(1), english.group(2), direction, english.group(4), english.group(5));
        }
        Matcher chinese = CHINESE.matcher(text);
        if (!chinese.matches()) {
            throw new IllegalArgumentException("not a message: " + text);
        }
        String from = chinese.group(1);
        String to = chinese.group(2);
        Direction direction = from != null ? Direction.FROM : to != null ? Direction.TO : Direction.ANY;
        String terminal = from != null ? from : to;
        return of(chinese.group(3), chinese.group(4), direction, terminal, chinese.group(5));
    }

    private static MessageRef of(
            String which, String what, Direction direction, @Nullable String terminal, @Nullable String fields) {
        boolean mti = MTI.matcher(what).matches();
        return new MessageRef(
                Which.parse(which),
                mti ? what : null,
                mti ? null : Word.parse(NamedMessage.class, what),
                direction,
                TerminalRef.of(terminal),
                fields == null ? null : FieldConditions.parse(fields));
    }

    @Override
    public String english() {
        String what = named == null ? type : named.english();
        String way = terminal == null ? "" : direction.english() + terminal.english();
        return which.english() + " " + what + way + (fields == null ? "" : " with " + fields.english());
    }

    @Override
    public String chinese() {
        String what = named == null ? "笔" + type : "条" + named.chinese();
        return way() + which.chinese() + what + (fields == null ? "" : "（" + fields.chinese() + "）");
    }

    private String way() {
        if (terminal == null) {
            return "";
        }
        return direction == Direction.TO ? "发往" + terminal.chinese() + "的" : terminal.chinese() + "发出的";
    }

    /** Which way a message goes, seen from the terminal. */
    public enum Direction {
        FROM,
        TO,
        ANY;

        private static Direction named(@Nullable String preposition) {
            if (preposition == null) {
                return ANY;
            }
            return preposition.equals("to") || preposition.equals("for") ? TO : FROM;
        }

        private String english() {
            return this == TO ? " to " : " from ";
        }
    }
}
