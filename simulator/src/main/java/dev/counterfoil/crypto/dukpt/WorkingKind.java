package dev.counterfoil.crypto.dukpt;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;

/** A kind of key that AES DUKPT derives: its code in the derivation data (X9.24-3:2017 table 2) and its length. */
public enum WorkingKind {
    TDES_2_KEY(0x0000, CipherKind.TDES, 16),
    TDES_3_KEY(0x0001, CipherKind.TDES, 24),
    AES_128(0x0002, CipherKind.AES, 16),
    AES_192(0x0003, CipherKind.AES, 24),
    AES_256(0x0004, CipherKind.AES, 32);

    private final int code;
    private final CipherKind cipher;
    private final int lengthBytes;

    WorkingKind(int code, CipherKind cipher, int lengthBytes) {
        this.code = code;
        this.cipher = cipher;
        this.lengthBytes = lengthBytes;
    }

    /** The kind of a key that is at hand. */
    static WorkingKind of(CipherKey key) {
        for (WorkingKind kind : values()) {
            if (kind.cipher == key.kind() && kind.lengthBytes == key.lengthBytes()) {
                return kind;
            }
        }
        throw new IllegalArgumentException("DUKPT has no " + key.kind() + " key of " + key.lengthBytes() + " bytes");
    }

    public CipherKind cipher() {
        return cipher;
    }

    public int lengthBytes() {
        return lengthBytes;
    }

    int code() {
        return code;
    }
}
