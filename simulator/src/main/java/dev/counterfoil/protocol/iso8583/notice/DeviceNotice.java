package dev.counterfoil.protocol.iso8583.notice;

/**
 * Messages about a device's own state, an 0800 and its 0810 with F39 00. No public source gives such a format: this one
 * is Counterfoil's own.
 *
 * <pre>
 * F60.3  what          F62        F64
 * 448    case opened   DF4C DF4F  none: its keys are gone
 * 447    withdrawn     none       under the MAC key
 * </pre>
 */
public final class DeviceNotice {
    public static final String TAMPER_REPORT = "448";
    public static final String WITHDRAWAL = "447";

    /** What was opened, 1 byte: 01 the terminal, 02 its pad. */
    public static final int OPENED_PART = 0xDF4F;

    private DeviceNotice() {}

    /** Whether F60.3 is one of these. */
    public static boolean isNotice(String networkCode) {
        return networkCode.equals(TAMPER_REPORT) || networkCode.equals(WITHDRAWAL);
    }
}
