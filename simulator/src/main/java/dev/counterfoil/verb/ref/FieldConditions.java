package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a message holds: conditions that must all be true.
 *
 * @param conditions at least one
 */
public record FieldConditions(List<FieldCondition> conditions) implements Word {
    private static final String FIELD = "F[0-9]{1,3}(?:\\.[0-9A-F]{1,4})?";
    private static final String END = "(?= and F|且F|$)";
    private static final String TEXT = "\"[^\"]*\"|'[^']*'|“[^”]*”|「[^」]*」";
    private static final Pattern CONDITION = Pattern.compile("(?: and |且)?(" + FIELD + ")"
            + "(?:( present|存在)|( absent|不存在)| of (.+?)" + END + "|同(.+?)" + END
            + "|(?: |为)(?:([0-9A-Z]+)|(" + TEXT + ")))" + END);

    public FieldConditions {
        conditions = List.copyOf(conditions);
    }

    /** Reads {@code F39 98 and F11 of the sale} or {@code F39为98且F11同该笔消费}. */
    public static FieldConditions parse(String text) {
        List<FieldCondition> conditions = new ArrayList<>();
        Matcher next = CONDITION.matcher(text);
        int end = 0;
        while (next.find() && next.start() == end) {
            conditions.add(condition(next));
            end = next.end();
        }
        if (conditions.isEmpty() || end != text.length()) {
            throw new IllegalArgumentException("not conditions on fields: " + text);
        }
        return new FieldConditions(conditions);
    }

    private static FieldCondition condition(Matcher found) {
        String field = found.group(1);
        String transaction = found.group(4) != null ? found.group(4) : found.group(5);
        if (found.group(2) != null) {
            return new FieldCondition.Present(field);
        }
        if (found.group(3) != null) {
            return new FieldCondition.Absent(field);
        }
        if (transaction != null) {
            return new FieldCondition.SameAs(field, TransactionRef.parse(transaction));
        }
        String value = found.group(6);
        return value != null
                ? new FieldCondition.Holds(field, value, false)
                : new FieldCondition.Holds(field, Quotes.strip(found.group(7)), true);
    }

    @Override
    public String english() {
        return conditions.stream().map(Word::english).collect(Collectors.joining(" and "));
    }

    @Override
    public String chinese() {
        return conditions.stream().map(Word::chinese).collect(Collectors.joining("且"));
    }
}
