package dev.counterfoil.protocol.padlink;

/** How a block cipher is applied. */
public enum CipherMode implements Coded {
    ECB_ENCRYPT("1"),
    CBC_ENCRYPT("2"),
    ECB_DECRYPT("A"),
    CBC_DECRYPT("B");

    private final String code;

    CipherMode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
