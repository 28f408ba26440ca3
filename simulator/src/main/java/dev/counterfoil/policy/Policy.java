package dev.counterfoil.policy;

/**
 * One choice.
 *
 * @param preset its value unless the estate says otherwise
 * @param allowed regular expression of the values that it may have
 * @param meaning in words, for messages and the reference
 */
public record Policy(String name, String preset, String allowed, String meaning) {
    /** Values of a choice between yes and no. */
    public static final String FLAG = "true|false";

    /** Values of a duration: {@code 200ms}, {@code 60s}, {@code 2min}, {@code 24h}. */
    public static final String DURATION = "[0-9]{1,9}(ms|s|min|h)";
}
