package dev.counterfoil.pinpad;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.keyblock.KeyPurpose;
import dev.counterfoil.crypto.keyblock.MasterKeyBlock;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What tells the modes of a download apart in the pad: how the card key proves itself, and how the key comes. */
enum DownloadMode {
    /** The card key does everything. */
    LITERAL {
        @Override
        byte[] prove(CipherKey cardKey, byte[] random) {
            return cardKey.encryptEcb(random);
        }

        @Override
        @Nullable
        CipherKey open(CipherKey cardKey, byte[] wrapped, String terminal) {
            CipherKind kind = cardKey.kind();
            boolean fits =
                    wrapped.length >= 16 && kind.accepts(wrapped.length) && wrapped.length % kind.blockBytes() == 0;
            return fits ? cardKey.unwrap(kind, wrapped) : null;
        }
    },
    /** A key for each purpose; the master key comes in a key block. */
    HARDENED {
        @Override
        byte[] prove(CipherKey cardKey, byte[] random) {
            CipherKey key = KeyPurpose.AUTHENTICATION.of(cardKey);
            try {
                return key.encryptEcb(random);
            } finally {
                key.erase();
            }
        }

        @Override
        @Nullable
        CipherKey open(CipherKey cardKey, byte[] wrapped, String terminal) {
            try {
                return MasterKeyBlock.open(cardKey, new String(wrapped, StandardCharsets.ISO_8859_1), terminal);
            } catch (Malformed notABlock) {
                return null;
            }
        }
    };

    /** A random number under the card key, or its key for authentication. */
    abstract byte[] prove(CipherKey cardKey, byte[] random);

    /**
     * The master key in a delivery, or null when it cannot be one.
     *
     * @param terminal serial number of the terminal that the pad belongs to
     */
    abstract @Nullable CipherKey open(CipherKey cardKey, byte[] wrapped, String terminal);
}
