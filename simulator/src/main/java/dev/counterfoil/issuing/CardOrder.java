package dev.counterfoil.issuing;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.protocol.apdu.ManagerApplication;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a card is to become. Prints its name only.
 *
 * @param name what the registry calls the card
 * @param number 8 to 19 digits
 * @param password 4 to 8 digits
 * @param lastDay on which the card may be used
 * @param tries 1 to 15
 */
public record CardOrder(String name, String number, String password, LocalDate lastDay, int tries) {
    private static final int SHORTEST_NUMBER = 8;
    private static final int LONGEST_NUMBER = 19;
    private static final int SHORTEST_PASSWORD = 4;
    private static final int LONGEST_PASSWORD = 8;

    /** Why no card can be made of this on a day; null when one can. */
    @Nullable
    Outcome fault(LocalDate today) {
        if (!digits(number, SHORTEST_NUMBER, LONGEST_NUMBER)) {
            return Outcome.NUMBER_WRONG;
        } else if (!digits(password, SHORTEST_PASSWORD, LONGEST_PASSWORD)) {
            return Outcome.PASSWORD_WRONG;
        } else if (lastDay.isBefore(today)) {
            return Outcome.EXPIRY_PAST;
        }
        return tries < 1 || tries > ManagerApplication.MOST_TRIES ? Outcome.TRIES_WRONG : null;
    }

    private static boolean digits(String text, int shortest, int longest) {
        return Decimal.isDigits(text) && text.length() >= shortest && text.length() <= longest;
    }

    @Override
    public String toString() {
        return name;
    }
}
