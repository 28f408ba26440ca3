package dev.counterfoil.protocol.iso8583.inspection;

import java.util.Arrays;
import java.util.Optional;

/** How an operation manager made himself known, and what that proves. */
public enum Medium {
    /** His IC card, which has proved itself with its key. */
    IC(1, "STRONG"),
    /** The stripe of his card, which can be copied. */
    STRIPE(2, "WEAK"),
    /** His number, typed. */
    TYPED(3, "TYPED");

    private final int code;
    private final String strength;

    Medium(int code, String strength) {
        this.code = code;
        this.strength = strength;
    }

    /** 1 byte on the wire. */
    public int code() {
        return code;
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
