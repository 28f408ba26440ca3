package dev.counterfoil.protocol.iso8583.inspection;

import java.util.Arrays;
import java.util.Optional;

/** In what state an inspection finds a terminal, with its digit on the wire. */
public enum EquipmentState {
    GOOD('0'),
    FAULTY('1'),
    DAMAGED('2'),
    MOVED('3'),
    WITHDRAWN('4'),
    NOT_FOUND('9');

    private final char digit;

    EquipmentState(char digit) {
        this.digit = digit;
    }

    public char digit() {
        return digit;
    }

    /** The state that has this digit. */
    public static Optional<EquipmentState> of(char digit) {
        return Arrays.stream(values()).filter(state -> state.digit == digit).findFirst();
    }
}
