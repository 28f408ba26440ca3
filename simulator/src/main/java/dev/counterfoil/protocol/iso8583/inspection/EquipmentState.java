package dev.counterfoil.protocol.iso8583.inspection;

import java.util.Arrays;
import java.util.Optional;

/** In what state an inspection finds a terminal, with its digit on the wire. */
public enum EquipmentState {
    GOOD('0', "good"),
    FAULTY('1', "faulty"),
    DAMAGED('2', "damaged"),
    MOVED('3', "moved"),
    WITHDRAWN('4', "withdrawn"),
    NOT_FOUND('9', "not found");

    private final char digit;
    private final String words;

    EquipmentState(char digit, String words) {
        this.digit = digit;
        this.words = words;
    }

    public char digit() {
        return digit;
    }

    /** As in the trace. */
    public String words() {
        return words;
    }

    /** The state that has this digit. */
    public static Optional<EquipmentState> of(char digit) {
        return Arrays.stream(values()).filter(state -> state.digit == digit).findFirst();
    }
}
