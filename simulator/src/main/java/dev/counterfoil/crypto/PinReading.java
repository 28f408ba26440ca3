package dev.counterfoil.crypto;

/** What a PIN block holds when it is opened with a key and an account number: a PIN, or a reason why it holds none. */
public sealed interface PinReading {
    /**
     * The PIN of a good block. It never prints its digits.
     *
     * @param digits 4 to 12 decimal digits
     */
    record Pin(String digits) implements PinReading {
        @Override
        public String toString() {
            return "PIN of " + digits.length() + " digits";
        }
    }

    /** A block that holds no PIN, as a wrong key or a wrong account number makes it. */
    record Unreadable(PinFault fault, String detail) implements PinReading {}

    /**
     * The PIN digits.
     *
     * @throws IllegalArgumentException when the block holds none
     */
    default String orThrow() {
        if (this instanceof Unreadable bad) {
            throw new IllegalArgumentException("PIN block: " + bad.detail());
        }
        return ((Pin) this).digits();
    }
}
