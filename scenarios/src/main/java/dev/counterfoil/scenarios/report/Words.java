package dev.counterfoil.scenarios.report;

import java.util.regex.Pattern;

/** Words of a feature as a report may show them: a PIN or a password that a step gives away is starred. */
public final class Words {
    private static final Pattern SECRET = Pattern.compile("((?:PIN|password|密码)[ 为是]{0,3})[0-9]{4,12}");

    private Words() {}

    /** The text without PINs and passwords. */
    public static String shown(String text) {
        return SECRET.matcher(text).replaceAll("$1******");
    }
}
