package dev.counterfoil.people;

import java.util.Map;

/**
 * Who works at a shop, as terminals leave the factory with.
 *
 * @param operator 2 digits
 * @param operatorPassword 4 digits
 * @param supervisorPassword 4 to 8 digits
 * @param administratorPassword 4 to 8 digits
 * @param injectionPassword 4 to 12 digits, typed on the pad
 * @param custodians passwords of those who hold key components, by role, typed on the pad
 */
public record Staff(
        String operator,
        String operatorPassword,
        String supervisorPassword,
        String administratorPassword,
        String injectionPassword,
        Map<String, String> custodians) {
    public static final Staff USUAL = new Staff(
            "01",
            "0000",
            "123456",
            "12345678",
            "13572468",
            Map.of("administrator", "86420975", "technician", "75319086", "supervisor", "97531864"));

    private static final String GUESS = "00000000";

    /** What somebody types who is asked for a custodian's password; who is none has to guess. */
    String custodianPassword(String role) {
        return custodians.getOrDefault(role, GUESS);
    }

    @Override
    public String toString() {
        return "operator " + operator;
    }
}
