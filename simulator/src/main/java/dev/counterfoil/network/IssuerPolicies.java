package dev.counterfoil.network;

/**
 * The issuer's policies.
 *
 * @param pinTries wrong PINs in a day that block a card for the day
 * @param pinTriesCode response code of a card blocked so: 75, or 38
 * @param pinRequired whether a sale and an inquiry need a PIN
 * @param hsmTimeoutSeconds how long the HSM may take
 */
public record IssuerPolicies(int pinTries, String pinTriesCode, boolean pinRequired, int hsmTimeoutSeconds) {
    public static IssuerPolicies usual() {
        return new IssuerPolicies(3, "75", true, 5);
    }

    /**
     * One policy overridden, by the name of its component.
     *
     * @throws IllegalArgumentException for an unknown policy or a value it cannot have
     */
    public IssuerPolicies with(String setting, String value) {
        return switch (setting) {
            case "pinTries" ->
                new IssuerPolicies(Integer.parseInt(value), pinTriesCode, pinRequired, hsmTimeoutSeconds);
            case "pinTriesCode" -> new IssuerPolicies(pinTries, value, pinRequired, hsmTimeoutSeconds);
            case "pinRequired" ->
                new IssuerPolicies(pinTries, pinTriesCode, Boolean.parseBoolean(value), hsmTimeoutSeconds);
            case "hsmTimeout" ->
                new IssuerPolicies(pinTries, pinTriesCode, pinRequired, Integer.parseInt(value.replace("s", "")));
            default ->
                throw new IllegalArgumentException("unknown policy of the issuer " + setting
                        + ", known are pinTries, pinTriesCode, pinRequired, hsmTimeout");
        };
    }
}
