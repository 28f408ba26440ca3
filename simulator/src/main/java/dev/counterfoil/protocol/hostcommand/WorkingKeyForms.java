package dev.counterfoil.protocol.hostcommand;

/**
 * One working key as the HSM gives it to the host.
 *
 * @param posForm 16 or 32 hex digits: the key under the terminal's TMK, which the terminal is sent
 * @param sysForm the key under the LMK with its scheme letter, which the host keeps in its terminal table
 * @param kcv 8 hex digits: the first 4 bytes of a zero block under the key
 */
public record WorkingKeyForms(String posForm, String sysForm, String kcv) {
    /** The check value only. */
    @Override
    public String toString() {
        return "working key " + kcv;
    }
}
