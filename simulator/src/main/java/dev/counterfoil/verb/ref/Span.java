package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of virtual time, printed in the unit it was written in.
 *
 * @param time its length, to the nanosecond
 * @param unit the unit it is printed in
 */
public record Span(Duration time, Unit unit) implements Word {
    private static final Pattern FORM = Pattern.compile("([0-9.]+) ?([a-z]+|毫秒|秒|分钟|小时|天)");

    /** Reads {@code 59.9 s}, {@code 10 min} or {@code 1天}. */
    public static Span parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a duration: " + text);
        }
        Unit unit = Unit.named(form.group(2));
        BigDecimal nanos = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit.nanos));
        return new Span(Duration.ofNanos(nanos.longValue()), unit);
    }

    /** A whole number of units. */
    public static Span of(long amount, Unit unit) {
        return new Span(Duration.ofNanos(Math.multiplyExact(amount, unit.nanos)), unit);
    }

    /** Nanoseconds of virtual time. */
    public long nanos() {
        return time.toNanos();
    }

    @Override
    public String english() {
        String amount = amount();
        return amount + " " + unit.english + (unit == Unit.DAY && !amount.equals("1") ? "s" : "");
    }

    @Override
    public String chinese() {
        return amount() + unit.chinese;
    }

    private String amount() {
        BigDecimal amount = BigDecimal.valueOf(nanos()).divide(BigDecimal.valueOf(unit.nanos), MathContext.DECIMAL64);
        return amount.stripTrailingZeros().toPlainString();
    }

    /** A unit of time. */
    public enum Unit {
        MILLISECOND("ms", "毫秒", 1_000_000L),
        SECOND("s", "秒", 1_000_000_000L),
        MINUTE("min", "分钟", 60_000_000_000L),
        HOUR("h", "小时", 3_600_000_000_000L),
        DAY("day", "天", 86_400_000_000_000L);

        private final String english;
        private final String chinese;
        private final long nanos;

        Unit(String english, String chinese, long nanos) {
            this.english = english;
            this.chinese = chinese;
            this.nanos = nanos;
        }

        private static Unit named(String text) {
            for (Unit unit : values()) {
                if (unit.chinese.equals(text) || unit.english.equals(text) || text.equals(unit.english + "s")) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("not a unit of time: " + text);
        }
    }
}
