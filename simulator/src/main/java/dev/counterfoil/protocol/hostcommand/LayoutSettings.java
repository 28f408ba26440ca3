package dev.counterfoil.protocol.hostcommand;

/**
 * What an HSM's configuration changes in the layouts.
 *
 * @param bareZmkDigits hex digits of a ZMK without scheme letter: 16 or 32
 * @param pinDigits characters of a PIN field, clear or under the LMK: 5 to 13, one more than the longest PIN
 */
public record LayoutSettings(int bareZmkDigits, int pinDigits) {
    /** Double-length ZMKs and PINs of up to 12 digits. */
    public static final LayoutSettings USUAL = new LayoutSettings(32, 13);

    /** Checks the ranges. */
    public LayoutSettings {
        if ((bareZmkDigits != 16 && bareZmkDigits != 32) || pinDigits < 5 || pinDigits > 13) {
            throw new IllegalArgumentException("no such layout settings: " + bareZmkDigits + ", " + pinDigits);
        }
    }
}
