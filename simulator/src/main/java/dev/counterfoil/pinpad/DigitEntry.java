package dev.counterfoil.pinpad;

/** Digits being typed. More than twelve are counted and not kept. */
final class DigitEntry {
    private final StringBuilder digits = new StringBuilder(PadPolicy.LONGEST);
    private int typed;

    void type(char digit) {
        if (typed++ < PadPolicy.LONGEST) {
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
