package dev.counterfoil.pinpad;

/** Digits being typed. More than the longest entry has are counted and not kept. */
final class DigitEntry {
    private final int longest;
    private final StringBuilder digits;
    private int typed;

    DigitEntry(int longest) {
        this.longest = longest;
        this.digits = new StringBuilder(longest);
    }

    void type(char digit) {
        if (typed++ < longest) {
            digits.append(digit);
        }
    }

    int typed() {
        return typed;
    }

    boolean fits(int shortest, int longest) {
        return typed >= shortest && typed <= longest;
    }

    /** The digits, which are wiped. */
    String take() {
        String taken = digits.toString();
        wipe();
        return taken;
    }

    void wipe() {
        for (int i = 0; i < digits.length(); i++) {
            digits.setCharAt(i, '0');
        }
        digits.setLength(0);
        typed = 0;
    }
}
