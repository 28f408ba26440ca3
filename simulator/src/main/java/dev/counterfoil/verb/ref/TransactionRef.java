package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.TransactionKind;
import dev.counterfoil.verb.word.Word;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of the scenario.
 *
 * @param which which one: the latest, the last or the nth
 * @param kind the kind of transaction
 * @param terminal whose; none means the terminal named last, else the first of the estate
 */
public record TransactionRef(
        Which which, TransactionKind kind, @Nullable TerminalRef terminal) implements Subject {
    private static final Pattern ENGLISH = Pattern.compile("(the(?: last| [0-9]+[a-z]{2})?) (.+?)(?: of (T[0-9]+))?");
    private static final Pattern CHINESE = Pattern.compile("(?:(T[0-9]+)的)?(该|最后一|第[0-9]+)[笔次](.+)");

    /** Reads {@code the 2nd sale of T1}, {@code T1的第2笔消费} or {@code 该次密钥下载}. */
    public static TransactionRef parse(String text) {
        Matcher english = ENGLISH.matcher(text);
        if (english.matches()) {
            return of(english.group(1), english.group(2), english.group(3));
        }
        Matcher chinese = CHINESE.matcher(text);
        if (chinese.matches()) {
            return of(chinese.group(2), chinese.group(3), chinese.group(1));
        }
        throw new IllegalArgumentException("not a transaction: " + text);
    }

    private static TransactionRef of(String which, String kind, @Nullable String terminal) {
        TransactionKind parsed = Word.parse(TransactionKind.class, kind);
        return new TransactionRef(Which.parse(which), parsed, TerminalRef.of(terminal));
    }

    @Override
    public String english() {
        return which.english() + " " + kind.english() + (terminal == null ? "" : " of " + terminal.english());
    }

    @Override
    public String chinese() {
        String owner = terminal == null ? "" : terminal.chinese() + "的";
        return owner + which.chinese() + (kind.movesMoney() ? "笔" : "次") + kind.chinese();
    }
}
