package dev.counterfoil.wire;

/** The two ends of a wire: A is the device's side (terminal, host before its HSM), B the far side. */
public enum End {
    A,
    B;

    public End other() {
        return this == A ? B : A;
    }
}
