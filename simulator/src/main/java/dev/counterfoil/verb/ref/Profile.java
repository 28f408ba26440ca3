package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;

/**
 * A delay profile of a wire.
 *
 * @param name {@code PSTN}, {@code GPRS}, {@code 4G}, {@code 5G}, {@code IoT}, {@code Ethernet} or {@code serial}
 * @param baud bits a second of a serial line, else 0
 */
public record Profile(String name, int baud) implements Word {
    /** Reads {@code GPRS}, {@code 物联网} or {@code serial 9600}. */
    public static Profile parse(String text) {
        if (text.startsWith("serial ") || text.startsWith("串口")) {
            return new Profile("serial", Integer.parseInt(text.replaceFirst("serial |串口", "")));
        }
        return switch (text) {
            case "物联网" -> new Profile("IoT", 0);
            case "以太网" -> new Profile("Ethernet", 0);
            default -> new Profile(text, 0);
        };
    }

    @Override
    public String english() {
        return baud == 0 ? name : name + " " + baud;
    }

    @Override
    public String chinese() {
        return switch (name) {
            case "IoT" -> "物联网";
            case "Ethernet" -> "以太网";
            case "serial" -> "串口" + baud;
            default -> name;
        };
    }
}
