package dev.counterfoil.reports.markup;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Spells times, spans and counts, in one way on every machine. */
public final class Words {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final long SECOND_NANOS = 1_000_000_000L;

    private Words() {}

    /** {@code 10:03:19.184}. */
    public static String clock(OffsetDateTime time) {
        return CLOCK.format(time);
    }

    /** {@code 10:03}. */
    public static String minute(OffsetDateTime time) {
        return MINUTE.format(time);
    }

    /** {@code 10:03:19}. */
    public static String second(OffsetDateTime time) {
        return SECOND.format(time);
    }

    /** {@code Mon 10:03}. */
    public static String day(OffsetDateTime time) {
        return DAY.format(time);
    }

    /** {@code 2026-03-16 10:02:00 +08:00}. */
    public static String full(OffsetDateTime time) {
        return FULL.format(time);
    }

    /** A span in nanoseconds, such as {@code 0.4 ms}, {@code 4.7 s}, {@code 1 min 08.3 s}, {@code 9 d 04 h}. */
    public static String span(long nanos) {
        double seconds = nanos / (double) SECOND_NANOS;
        if (seconds < 0.1) {
            return format("%.1f ms", seconds * 1000);
        }
        if (seconds < 59.95) {
            return format("%.1f s", seconds);
        }
        long tenths = Math.round(seconds * 10);
        if (tenths < 36_000) {
            return format("%d min %04.1f s", tenths / 600, tenths % 600 / 10.0);
        }
        long minutes = tenths / 600;
        if (minutes < 1440) {
            return format("%d h %02d min", minutes / 60, minutes % 60);
        }
        return format("%d d %02d h", minutes / 1440, minutes % 1440 / 60);
    }

    /** A count with a comma at the thousands. */
    public static String count(long number) {
        return format("%,d", number);
    }

    /** A count with its noun, which takes an s unless the count is one. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A coordinate with one decimal at most. */
    public static String at(double coordinate) {
        long tenths = Math.round(coordinate * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : format("%.1f", tenths / 10.0);
    }

    /** {@link String#format} with the root locale. */
    public static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }

    /** Hex in groups of so many digits. */
    public static String groups(String hex, int digits) {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < hex.length(); i += digits) {
            grouped.append(i == 0 ? "" : " ").append(hex, i, Math.min(hex.length(), i + digits));
        }
        return grouped.toString();
    }
}
