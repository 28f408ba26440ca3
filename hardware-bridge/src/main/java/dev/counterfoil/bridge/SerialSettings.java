package dev.counterfoil.bridge;

import dev.counterfoil.wire.Port;
import java.util.Locale;

/**
 * A serial line's device and settings.
 *
 * @param device path or name, for example {@code /dev/ttyUSB0} or {@code COM3}
 * @param dataBits 7 or 8
 * @param stopBits 1 or 2
 * @param parity N, O or E
 */
public record SerialSettings(String device, int baud, int dataBits, int stopBits, char parity) {
    private static final int USUAL_BAUD = 115_200;

    /**
     * Reads {@code DEVICE[?baud=N&data=8&stop=1&parity=N]}.
     *
     * @throws Port.PortFailure naming the setting that is wrong
     */
    static SerialSettings parse(String address) {
        int mark = address.indexOf('?');
        SerialSettings settings =
                new SerialSettings(mark < 0 ? address : address.substring(0, mark), USUAL_BAUD, 8, 1, 'N');
        if (mark >= 0) {
            for (String pair : address.substring(mark + 1).split("&", -1)) {
                settings = settings.with(pair);
            }
        }
        return settings;
    }

    private SerialSettings with(String pair) {
        String value = pair.substring(pair.indexOf('=') + 1);
        String name = pair.substring(0, Math.max(0, pair.indexOf('=')));
        if (name.equals("baud") && value.matches("[0-9]{3,7}")) {
            return new SerialSettings(device, Integer.parseInt(value), dataBits, stopBits, parity);
        } else if (name.equals("data") && value.matches("[78]")) {
            return new SerialSettings(device, baud, Integer.parseInt(value), stopBits, parity);
        } else if (name.equals("stop") && value.matches("[12]")) {
            return new SerialSettings(device, baud, dataBits, Integer.parseInt(value), parity);
        } else if (name.equals("parity") && value.matches("[NOE]")) {
            return new SerialSettings(device, baud, dataBits, stopBits, value.charAt(0));
        }
        throw new Port.PortFailure("serial line " + device + ": setting '" + pair
                + "' is none of baud=N, data=7|8, stop=1|2, parity=N|O|E");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "serial %s %d %d%c%d", device, baud, dataBits, parity, stopBits);
    }
}
