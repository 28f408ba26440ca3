package dev.counterfoil.verb.grammar;

/** How often, in words. */
final class Times {
    private Times() {}

    static int parse(String text) {
        return switch (text) {
            case "once" -> 1;
            case "twice" -> 2;
            default -> Integer.parseInt(text.replaceAll("[^0-9]", ""));
        };
    }

    static String english(int times) {
        return switch (times) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> times + " times";
        };
    }

    static String chinese(int times) {
        return times + "次";
    }
}
