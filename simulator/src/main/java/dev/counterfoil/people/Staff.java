package dev.counterfoil.people;

/**
 * Who works at a shop, as terminals leave the factory with.
 *
 * @param operator 2 digits
 * @param operatorPassword 4 digits
 * @param supervisorPassword 4 to 8 digits
 * @param administratorPassword 4 to 8 digits
 * @param injectionPassword 4 to 12 digits, typed on the pad
 */
public record Staff(
        String operator,
        String operatorPassword,
        String supervisorPassword,
        String administratorPassword,
        String injectionPassword) {
    public static final Staff USUAL = new Staff("01", "0000", "123456", "12345678", "13572468");

    @Override
    public String toString() {
        return "operator " + operator;
    }
}
