package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The two keys that a block's protection key gives: KBEK enciphers, KBAK authenticates (TR-31:2018 5.3.2).
 *
 * @param encryption the KBEK
 * @param authentication the KBAK
 */
record BlockKeys(KeyBlockVersion version, CipherKey encryption, CipherKey authentication) {
    private static final byte ENCRYPTION_VARIANT = 0x45;
    private static final byte AUTHENTICATION_VARIANT = 0x4D;
    private static final int ENCRYPTION_CBC = 0x0000;
    private static final int AUTHENTICATION = 0x0001;
    private static final int ENCRYPTION_CTR = 0x0002;

    static BlockKeys of(KeyBlockVersion version, CipherKey protectionKey) {
        if (version.binding() == KeyBlockVersion.Binding.VARIANT) {
            return new BlockKeys(
                    version,
                    variant(protectionKey, ENCRYPTION_VARIANT),
                    variant(protectionKey, AUTHENTICATION_VARIANT));
        }
        int encryption = version.mode() == KeyBlockVersion.Mode.CTR ? ENCRYPTION_CTR : ENCRYPTION_CBC;
        return new BlockKeys(version, derived(protectionKey, encryption), derived(protectionKey, AUTHENTICATION));
    }

    /** The code over the header and what else the version covers, in the version's length. */
    byte[] code(byte[] header, byte[] covered) {
        byte[] all = Arrays.copyOf(header, header.length + covered.length);
        System.arraycopy(covered, 0, all, header.length, covered.length);
        byte[] whole = version.binding() == KeyBlockVersion.Binding.VARIANT
                ? Macs.algorithm1(authentication, new byte[8], all)
                : Macs.whole(MacAlgorithm.CMAC, authentication, all, 0, all.length);
        Arrays.fill(all, (byte) 0);
        return Arrays.copyOf(whole, version.macBytes());
    }

    byte[] encipher(byte[] iv, byte[] clear) {
        return version.mode() == KeyBlockVersion.Mode.CTR
                ? encryption.ctr(iv, clear)
                : encryption.encryptCbc(iv, clear);
    }

    byte[] decipher(byte[] iv, byte[] enciphered) {
        return version.mode() == KeyBlockVersion.Mode.CTR
                ? encryption.ctr(iv, enciphered)
                : encryption.decryptCbc(iv, enciphered);
    }

    void erase() {
        encryption.erase();
        authentication.erase();
    }

    private static CipherKey variant(CipherKey key, byte constant) {
        byte[] mask = new byte[key.lengthBytes()];
        Arrays.fill(mask, constant);
        return key.xor(CipherKey.of(key.kind(), mask));
    }

    /** CMAC blocks over: number from 1, what for, 00, algorithm, length in bits. */
    private static CipherKey derived(CipherKey key, int purpose) {
        int block = key.kind().blockBytes();
        int blocks = (key.lengthBytes() + block - 1) / block;
        ByteBuffer material = ByteBuffer.allocate(blocks * block);
        for (int number = 1; number <= blocks; number++) {
            byte[] data = ByteBuffer.allocate(8)
                    .put((byte) number)
                    .putShort((short) purpose)
                    .put((byte) 0)
                    .putShort((short) algorithm(key))
                    .putShort((short) (8 * key.lengthBytes()))
                    .array();
            material.put(Macs.whole(MacAlgorithm.CMAC, key, data, 0, data.length));
        }
        byte[] clear = Arrays.copyOf(material.array(), key.lengthBytes());
        CipherKey derived = CipherKey.of(key.kind(), clear);
        Arrays.fill(clear, (byte) 0);
        Arrays.fill(material.array(), (byte) 0);
        return derived;
    }

    /** 0 and 1 for TDES with two and three keys, 2 to 4 for AES. */
    private static int algorithm(CipherKey key) {
        int byLength = key.lengthBytes() / 8 - 2;
        return key.kind() == CipherKind.AES ? 2 + byLength : byLength;
    }
}
