package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param fen whole fen, 0 to 999,999,999,999
 */
public record Money(long fen) implements Word {
    /** Reads {@code 25.00 yuan} or {@code 100元}: yuan, with two decimals or none. */
    public static Money parse(String text) {
        String yuan = text.replaceFirst(" ?(?:yuan|元)$", "");
        return new Money(new BigDecimal(yuan).movePointRight(2).longValueExact());
    }

    @Override
    public String english() {
        return yuan() + " yuan";
    }

    @Override
    public String chinese() {
        return yuan() + "元";
    }

    private String yuan() {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
