package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.NonceSource;
import org.jspecify.annotations.Nullable;

/**
 * The key block in which a master key comes to its terminal in a hardened download: version B under the card key's
 * transport key, bound to its use (K0: other keys are deciphered under it; it is not exported) and, by a label block,
 * to the serial number of one terminal.
 */
public final class MasterKeyBlock {
    private static final String KEY_ENCRYPTION = "K0";
    private static final String TDES = "T";
    private static final String DECIPHER_ONLY = "D";
    private static final String NOT_EXPORTABLE = "N";
    private static final String LABEL = "LB";

    private MasterKeyBlock() {}

    /** The block that brings {@code master} to the terminal of this serial number. */
    public static String wrap(CipherKey cardKey, CipherKey master, String serialNumber, NonceSource nonces) {
        CipherKey transport = KeyPurpose.TRANSPORT.of(cardKey);
        KeyMaterial material = KeyMaterial.of(master);
        try {
            return KeyBlock.wrap(transport, header(serialNumber), material, nonces);
        } finally {
            material.erase();
            transport.erase();
        }
    }

    /**
     * The master key in a block, or null when the block was not made for this use and this terminal under this card
     * key.
     *
     * @throws Malformed naming the first bad field of a block that does not follow its format
     */
    public static @Nullable CipherKey open(CipherKey cardKey, String block, String serialNumber) {
        KeyBlock parsed = KeyBlock.parse(block);
        CipherKey transport = KeyPurpose.TRANSPORT.of(cardKey);
        try {
            boolean meant = parsed.header().equals(header(serialNumber));
            if (!meant || !(parsed.unwrap(transport) instanceof KeyBlock.Opened opened)) {
                return null;
            }
            CipherKey master = opened.key().cipherKey();
            opened.key().erase();
            return master;
        } finally {
            transport.erase();
        }
    }

    private static KeyBlockHeader header(String serialNumber) {
        return KeyBlockHeader.of(KeyBlockVersion.B, KEY_ENCRYPTION, TDES, DECIPHER_ONLY, NOT_EXPORTABLE)
                .with(new OptionalBlock(LABEL, serialNumber));
    }
}
