package dev.counterfoil.hsm;

import dev.counterfoil.protocol.hostcommand.HsmError;
import dev.counterfoil.protocol.hostcommand.LayoutSettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which model an HSM behaves as, and how it is configured.
 *
 * @param firmware 9 characters, such as {@code 1500-0023}
 * @param lmkCheckValue the 16 hex digits that NC reports, or null to compute them from the LMK
 * @param headerLength 0 to 255 characters before the command code
 * @param layouts what the configuration changes in the command layouts
 * @param model8000 whether M6 and M8 have the layout of the 8000 model
 * @param unknownCommand the answer to a code that is not a command
 * @param disabled the commands that are answered with 68
 */
public record HsmPersonality(
        String firmware,
        @Nullable String lmkCheckValue,
        int headerLength,
        LayoutSettings layouts,
        boolean model8000,
        UnknownCommand unknownCommand,
        Set<String> disabled) {
    private static final int FIRMWARE_LENGTH = 9;
    private static final int LMK_CHECK_DIGITS = 16;
    private static final int USUAL_HEADER = 4;

    /** Checks the lengths. */
    public HsmPersonality {
        if (firmware.length() != FIRMWARE_LENGTH || headerLength < 0 || headerLength > 255) {
            throw new IllegalArgumentException("firmware has 9 characters and a header 0 to 255");
        }
        if (lmkCheckValue != null && !lmkCheckValue.matches("[0-9A-F]{" + LMK_CHECK_DIGITS + "}")) {
            throw new IllegalArgumentException("an LMK check value has 16 upper-case hex digits");
        }
        disabled = Set.copyOf(disabled);
    }

    /** A payShield 10K: unknown commands count as disabled. */
    public static HsmPersonality payShield10k() {
        return named("1500-0023", false, new UnknownCommand(null, HsmError.DISABLED));
    }

    /** A payShield 9000, as its diagnostics read in published exchanges. */
    public static HsmPersonality payShield9000() {
        return named("0007-E000", false, new UnknownCommand(null, HsmError.DISABLED));
    }

    /** An HSM 8000, whose M6 and M8 write the MAC algorithm with two digits. */
    public static HsmPersonality hsm8000() {
        return named("0007-E000", true, new UnknownCommand(null, HsmError.DISABLED));
    }

    /** A Racal-compatible module as Chinese banks run them: unknown commands are answered with 29. */
    public static HsmPersonality racalCompatible() {
        return named("0007-E000", false, new UnknownCommand(null, "29"));
    }

    /** The same model with a header of another length. */
    public HsmPersonality withHeaderLength(int length) {
        return new HsmPersonality(firmware, lmkCheckValue, length, layouts, model8000, unknownCommand, disabled);
    }

    /** The same model with another configuration of ZMK length and PIN length. */
    public HsmPersonality withLayouts(LayoutSettings settings) {
        return new HsmPersonality(firmware, lmkCheckValue, headerLength, settings, model8000, unknownCommand, disabled);
    }

    /** The same model with commands disabled. */
    public HsmPersonality withDisabled(Set<String> commands) {
        return new HsmPersonality(firmware, lmkCheckValue, headerLength, layouts, model8000, unknownCommand, commands);
    }

    private static HsmPersonality named(String firmware, boolean model8000, UnknownCommand unknown) {
        return new HsmPersonality(firmware, null, USUAL_HEADER, LayoutSettings.USUAL, model8000, unknown, Set.of());
    }
}
