package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Decimal;
import java.time.LocalDateTime;

/** Dates and times as fields write them. */
public final class Stamp {
    private Stamp() {}

    /** F12: {@code hhmmss}. */
    public static String time(LocalDateTime at) {
        return Decimal.digits((at.getHour() * 100L + at.getMinute()) * 100 + at.getSecond(), 6);
    }

    /** F13: {@code MMDD}. */
    public static String date(LocalDateTime at) {
        return Decimal.digits(at.getMonthValue() * 100L + at.getDayOfMonth(), 4);
    }

    /** F7: {@code MMDDhhmmss}. */
    public static String transmission(LocalDateTime at) {
        return date(at) + time(at);
    }

    /** F14: {@code YYMM}. */
    public static String month(LocalDateTime at) {
        return Decimal.digits(at.getYear() % 100 * 100L + at.getMonthValue(), 4);
    }

    /** The start of F37: {@code YDDDhh}, the last digit of the year, the day of the year and the hour. */
    public static String dayAndHour(LocalDateTime at) {
        return Decimal.digits((at.getYear() % 10 * 1000L + at.getDayOfYear()) * 100 + at.getHour(), 6);
    }
}
