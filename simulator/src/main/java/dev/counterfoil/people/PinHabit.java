package dev.counterfoil.people;

/** What the holder of a card does when asked for the PIN. The estate keeps one for each card. */
public final class PinHabit {
    private String pin;
    private int mistypes;
    private boolean skips;

    /** @param pin that the holder knows, 4 to 12 digits */
    public PinHabit(String pin) {
        this.pin = pin;
    }

    public void learn(String other) {
        pin = other;
    }

    /** At the next prompts the first digit is wrong, this many times; a PVV covers the first four digits only. */
    public void mistype(int times) {
        mistypes = times;
    }

    /** At the next prompt ENTER is pressed and no digit. */
    public void skipNext() {
        skips = true;
    }

    /** What is typed at this prompt; empty for nothing. */
    String next() {
        if (skips) {
            skips = false;
            return "";
        }
        if (mistypes == 0) {
            return pin;
        }
        mistypes--;
        return (char) ('0' + (pin.charAt(0) - '0' + 1) % 10) + pin.substring(1);
    }

    @Override
    public String toString() {
        return "PIN of " + pin.length() + " digits";
    }
}
