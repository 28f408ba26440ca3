package dev.counterfoil.terminal;

/** What an operator number stands for. */
public enum Role {
    /** 99: keys, downloads, parameters. */
    ADMINISTRATOR("99"),
    /** 00: operators, approval of voids; neither signs in nor trades. */
    SUPERVISOR("00"),
    /** 01 to 05: sign-in and trade. */
    CASHIER("01");

    private final String first;

    Role(String first) {
        this.first = first;
    }

    /** The operator who has this role on every terminal. */
    public String operator() {
        return first;
    }

    /** The role of an operator number. */
    public static Role ofOperator(String operator) {
        return operator.equals("99") ? ADMINISTRATOR : operator.equals("00") ? SUPERVISOR : CASHIER;
    }
}
