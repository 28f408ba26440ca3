package dev.counterfoil.verb.ref;

/**
 * Which one of several.
 *
 * @param sort how it is told from the others
 * @param number the ordinal of an {@link Sort#NTH}, from 1; else 0
 */
public record Which(Sort sort, int number) {
    /** The latest so far, by the bare noun: "the sale". */
    public static final Which LATEST = new Which(Sort.LATEST, 0);
    /** The last so far. */
    public static final Which LAST = new Which(Sort.LAST, 0);
    /** The one that comes next. */
    public static final Which NEXT = new Which(Sort.NEXT, 0);
    /** Every one. */
    public static final Which EVERY = new Which(Sort.EVERY, 0);

    /** The one with this ordinal, counted from 1 since the start of the scenario. */
    public static Which nth(int number) {
        return new Which(Sort.NTH, number);
    }

    /** Reads "the last", "the next", "every", "the 3rd", "the", or their Chinese forms. */
    static Which parse(String text) {
        return switch (text) {
            case "the", "该" -> LATEST;
            case "the last", "最后一" -> LAST;
            case "the next", "下一" -> NEXT;
            case "every", "每" -> EVERY;
            default -> nth(Integer.parseInt(text.replaceAll("[^0-9]", "")));
        };
    }

    String english() {
        return switch (sort) {
            case LATEST -> "the";
            case LAST -> "the last";
            case NEXT -> "the next";
            case EVERY -> "every";
            case NTH -> "the " + number + suffix();
        };
    }

    String chinese() {
        return switch (sort) {
            case LATEST -> "该";
            case LAST -> "最后一";
            case NEXT -> "下一";
            case EVERY -> "每";
            case NTH -> "第" + number;
        };
    }

    private String suffix() {
        if (number / 10 % 10 == 1) {
            return "th";
        }
        return switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    /** How one is told from the others. */
    public enum Sort {
        LATEST,
        LAST,
        NEXT,
        EVERY,
        NTH
    }
}
