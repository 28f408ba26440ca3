package dev.counterfoil.host;

import dev.counterfoil.crypto.MakForm;
import dev.counterfoil.protocol.hostcommand.MacForm;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The host's policies, by the names of the estate. Immutable.
 *
 * <p>Times are whole seconds. Each {@code check...} policy is on; turned off, the host is a weak one.
 */
public final class HostPolicies {
    private static final Map<String, String> PRESETS = presets();

    private final Map<String, String> values;

    private HostPolicies(Map<String, String> values) {
        this.values = values;
    }

    /** Every policy at its preset. */
    public static HostPolicies usual() {
        return new HostPolicies(PRESETS);
    }

    /**
     * One policy overridden. A time may be written with its unit, {@code 5s}.
     *
     * @throws IllegalArgumentException for an unknown policy or a value it cannot have
     */
    public HostPolicies with(String setting, String value) {
        String preset = PRESETS.get(setting);
        if (preset == null) {
            throw new IllegalArgumentException(
                    "unknown policy of the host " + setting + ", known are " + PRESETS.keySet());
        }
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(setting, fitting(setting, preset, value));
        return new HostPolicies(changed);
    }

    private static String fitting(String setting, String preset, String value) {
        boolean flag = preset.equals("true") || preset.equals("false");
        boolean number = Character.isDigit(preset.charAt(0));
        String text = number && value.endsWith("s") ? value.substring(0, value.length() - 1) : value;
        boolean fits = flag
                ? text.equals("true") || text.equals("false")
                : !number
                        || (!text.isEmpty()
                                && text.length() < 10
                                && text.chars().allMatch(c -> c >= '0' && c <= '9'));
        if (!fits) {
            throw new IllegalArgumentException("policy " + setting + " cannot be " + value);
        }
        return setting.startsWith("mac.") || setting.startsWith("mak.") || setting.equals("download.mode")
                ? oneOf(setting, text)
                : text;
    }

    private static String oneOf(String setting, String value) {
        String upper = value.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        switch (setting) {
            case "mac.algorithm" -> MacForm.valueOf(upper);
            case "mak.form" -> MakForm.valueOf(upper);
            default -> DownloadMode.valueOf(upper);
        }
        return upper;
    }

    private static Map<String, String> presets() {
        Map<String, String> presets = new LinkedHashMap<>();
        presets.put("checkMac", "true");
        presets.put("checkSerialNumber", "true");
        presets.put("checkOriginal", "true");
        presets.put("checkTraceNumber", "true");
        presets.put("checkSite", "true");
        presets.put("checkCertificate", "true");
        presets.put("confirmBeforeSwitch", "true");
        presets.put("download.mode", "LITERAL");
        presets.put("download.minimumVersion", "000000");
        presets.put("mac.algorithm", "UNIONPAY_ECB");
        presets.put("mak.form", "EIGHT");
        presets.put("hsmTimeout", "5");
        presets.put("networkTimeout", "20");
        presets.put("reversalInterval", "60");
        presets.put("reversalTries", "10");
        return presets;
    }

    /** How strictly a download is held to its session. */
    public enum DownloadMode {
        /** As the patent's text has it: nothing tells a recorded authentication message from a fresh one. */
        LITERAL,
        /** A first random number is taken once, in a session of this download, not older than 60 s. */
        HARDENED
    }

    boolean checkMac() {
        return flag("checkMac");
    }

    boolean checkSerialNumber() {
        return flag("checkSerialNumber");
    }

    boolean checkOriginal() {
        return flag("checkOriginal");
    }

    boolean checkTraceNumber() {
        return flag("checkTraceNumber");
    }

    boolean checkSite() {
        return flag("checkSite");
    }

    boolean checkCertificate() {
        return flag("checkCertificate");
    }

    boolean confirmBeforeSwitch() {
        return flag("confirmBeforeSwitch");
    }

    DownloadMode downloadMode() {
        return DownloadMode.valueOf(text("download.mode"));
    }

    /** The lowest program version that may download, compared as text of equal length. */
    String minimumVersion() {
        return text("download.minimumVersion");
    }

    MacForm macForm() {
        return MacForm.valueOf(text("mac.algorithm"));
    }

    MakForm makForm() {
        return MakForm.valueOf(text("mak.form"));
    }

    long hsmTimeoutNanos() {
        return nanos("hsmTimeout");
    }

    long networkTimeoutNanos() {
        return nanos("networkTimeout");
    }

    long reversalIntervalNanos() {
        return nanos("reversalInterval");
    }

    int reversalTries() {
        return Integer.parseInt(text("reversalTries"));
    }

    private boolean flag(String setting) {
        return text(setting).equals("true");
    }

    private long nanos(String setting) {
        return Long.parseLong(text(setting)) * 1_000_000_000L;
    }

    private String text(String setting) {
        return values.getOrDefault(setting, "");
    }

    /** The policies that differ from their presets. */
    @Override
    public String toString() {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.entrySet().removeIf(e -> e.getValue().equals(PRESETS.get(e.getKey())));
        return changed.toString();
    }
}
