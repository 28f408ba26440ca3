package dev.counterfoil.protocol.injection;

import java.util.Arrays;

/** How an order went, by the published codes; the last four are ours. */
public enum InjectionResult {
    GOOD(0x00, "successful"),
    INVALID_COMMAND(0x01, "invalid command"),
    INVALID_VERSION(0x02, "invalid command version"),
    INVALID_LENGTH(0x03, "invalid length"),
    UNSUPPORTED_CHARACTERS(0x04, "unsupported characters"),
    BUSY(0x05, "device is busy"),
    NOT_IN_INJECTION_MODE(0x06, "not in injection mode"),
    TAMPERED(0x07, "device is in tamper"),
    BAD_CHECK_BYTE(0x08, "bad LRC"),
    DUPLICATE_KEY(0x09, "duplicate key"),
    DUPLICATE_KSN(0x0A, "duplicate KSN"),
    NOT_DELETED(0x0B, "key deletion failed"),
    INVALID_SLOT(0x0C, "invalid key slot"),
    INVALID_KTK_SLOT(0x0D, "invalid KTK slot"),
    MISSING_KTK(0x0E, "missing KTK"),
    SLOT_NOT_EMPTY(0x0F, "key slot not empty"),
    INVALID_KEY_TYPE(0x10, "invalid key type"),
    INVALID_ENCRYPTION(0x11, "invalid key encryption type"),
    INVALID_CHECK_VALUE(0x12, "invalid key checksum"),
    INVALID_KTK_CHECK_VALUE(0x13, "invalid KTK checksum"),
    INVALID_KSN(0x14, "invalid KSN"),
    INVALID_KEY_LENGTH(0x15, "invalid key length"),
    INVALID_KTK_LENGTH(0x16, "invalid KTK length"),
    INVALID_TR31_VERSION(0x17, "invalid TR-31 version"),
    INVALID_KEY_USAGE(0x18, "invalid key usage"),
    INVALID_ALGORITHM(0x19, "invalid algorithm"),
    INVALID_MODE_OF_USE(0x1A, "invalid mode of use"),
    MAC_FAILED(0x1B, "MAC verification failed"),
    DECRYPTION_FAILED(0x1C, "decryption failed"),
    /** The mother POS has heard nothing from the child. */
    CHILD_SILENT(0xF0, "no answer of the child"),
    /** The mother POS may not be used on the PC's date. */
    NOT_ON_THIS_DATE(0xF1, "not authorised on this date"),
    /** A code that is not in the table. */
    UNKNOWN(0xFE, "unknown result"),
    /** It failed, and the framing does not say why. */
    FAILED(0xFF, "failed");

    private final int code;
    private final String english;

    InjectionResult(int code, String english) {
        this.code = code;
        this.english = english;
    }

    /** 00 to FF, as sent. */
    public int code() {
        return code;
    }

    public String english() {
        return english;
    }

    static InjectionResult of(int code) {
        return Arrays.stream(values())
                .filter(result -> result.code == code)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
