package dev.counterfoil.terminal.stage;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.protocol.panel.SlipItem;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.terminal.Identity;
import dev.counterfoil.terminal.Work;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/** What every slip has, and how slips write money and time. */
public final class Slips {
    private Slips() {}

    /** Merchant, numbers, operator. */
    public static List<SlipLine> head(Work work) {
        Identity who = work.identity();
        return List.of(
                new SlipLine(SlipItem.MERCHANT, who.merchantName()),
                new SlipLine(SlipItem.MERCHANT_NUMBER, who.merchantId()),
                new SlipLine(SlipItem.TERMINAL_NUMBER, who.terminalId()),
                new SlipLine(SlipItem.OPERATOR, Objects.requireNonNullElse(work.operator(), "")));
    }

    /** Yuan with two decimals: {@code 25.00}. */
    public static String yuan(long fen) {
        return fen / 100 + "." + two(fen % 100);
    }

    private static String two(long number) {
        return Decimal.digits(number, 2);
    }

    /** Date and time of the terminal's clock. */
    public static String now(Work work) {
        LocalDateTime now = work.setup().clock().get();
        return Decimal.digits(now.getYear(), 4) + "/" + two(now.getMonthValue()) + "/" + two(now.getDayOfMonth()) + " "
                + two(now.getHour()) + ":" + two(now.getMinute()) + ":" + two(now.getSecond());
    }

    /** Date and time of an answer, whose F13 and F12 have no year. */
    public static String time(Work work, String monthAndDay, String clock) {
        if (monthAndDay.length() != 4 || clock.length() != 6) {
            return now(work);
        }
        String date = Decimal.digits(work.setup().clock().get().getYear(), 4) + "/" + monthAndDay.substring(0, 2) + "/"
                + monthAndDay.substring(2);
        return date + " " + clock.substring(0, 2) + ":" + clock.substring(2, 4) + ":" + clock.substring(4);
    }
}
