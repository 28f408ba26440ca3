package dev.counterfoil.protocol.iso8583.inspection;

import java.util.Arrays;
import java.util.Optional;

/** How an operation manager made himself known, and what that proves. */
public enum Medium {
    /** His IC card, which has proved itself with its key. */
    IC(1, "chip", "STRONG"),
    /** The stripe of his card, which can be copied. */
    STRIPE(2, "stripe", "WEAK"),
    /** His number, typed. */
    TYPED(3, "typed", "TYPED");

    private final int code;
    private final String words;
    private final String strength;

    Medium(int code, String words, String strength) {
        this.code = code;
        this.words = words;
        this.strength = strength;
    }

    /** 1 byte on the wire. */
    public int code() {
        return code;
    }

    /** As in the trace. */
    public String words() {
        return words;
    }

    /** What an inspection that goes by it is worth. */
    public String strength() {
        return strength;
    }

    /** The medium that has this code. */
    public static Optional<Medium> of(int code) {
        return Arrays.stream(values()).filter(medium -> medium.code == code).findFirst();
    }
}
