package dev.counterfoil.protocol.hostcommand;

/** How long a key without scheme letter is, which its place in the command tells. */
enum Bare {
    /** Single length: 16 digits. */
    SINGLE,
    /** A pair of single keys, such as a PVK pair: 32 digits. */
    PAIR,
    /** A ZMK: as the HSM is set. */
    ZMK,
    /** Told by an earlier length flag: 0, 1 or 2 for single, double or triple length. */
    BY_FLAG,
    /** The longest of 48, 32 and 16 digits that leaves 2 for the field behind it. */
    BEFORE_TYPE_CODE;

    private static final int UNIT = 16;

    int digits(Cursor in, Fields fields) {
        return switch (this) {
            case SINGLE -> UNIT;
            case PAIR -> 2 * UNIT;
            case ZMK -> in.settings().bareZmkDigits();
            case BY_FLAG -> UNIT * (1 + Math.max(0, "012".indexOf(fields.text("lengthFlag"))));
            case BEFORE_TYPE_CODE -> Math.max(UNIT, (in.run(Kind.HEX, 3 * UNIT + 2) - 2) / UNIT * UNIT);
        };
    }
}
