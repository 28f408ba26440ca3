package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HsmError;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** M0 and M2: whole blocks of data enciphered and deciphered, ECB or CBC. */
final class DataCommands {
    private static final int BLOCK = 8;
    /** So that the answer fits a frame in hex as well. */
    private static final int LONGEST_BYTES = 32_000;

    private static final String CBC = "01";
    private static final String WRONG_KEY_TYPE = "05";
    private static final Set<String> KEY_TYPES = Set.of("00A", "00B", "30B");

    private final KeyRing keys;

    DataCommands(KeyRing keys) {
        this.keys = keys;
    }

    Map<String, Handler> handlers() {
        return Map.of("M0", request -> cipher(request, true), "M2", request -> cipher(request, false));
    }

    private Reply cipher(Fields request, boolean encrypt) {
        HsmRefusal.unless(KEY_TYPES.contains(request.text("keyType")), WRONG_KEY_TYPE);
        KeyType type = KeyType.of(request.text("keyType"));
        CipherKey key = keys.key(type, request.text("key"), HsmError.SOURCE_KEY_PARITY);
        byte[] in = DataFormat.of(request.text("input")).bytes(request, "message");
        boolean whole = in.length > 0 && in.length % BLOCK == 0;
        HsmRefusal.unless(whole && in.length <= LONGEST_BYTES, HsmError.DATA_LENGTH);
        String mode = request.text("cipherMode");
        byte[] out = mode.equals(CBC) ? cbc(key, request.hex("iv"), in, encrypt) : ecb(key, in, encrypt);
        Fields answer = Fields.of("cipherMode", mode)
                .set("message", DataFormat.of(request.text("output")).characters(out));
        byte[] cryptogram = encrypt ? out : in;
        answer.set("iv", Hex.of(Arrays.copyOfRange(cryptogram, cryptogram.length - BLOCK, cryptogram.length)));
        return Reply.ok(answer);
    }

    private static byte[] ecb(CipherKey key, byte[] in, boolean encrypt) {
        return encrypt ? key.encryptEcb(in) : key.decryptEcb(in);
    }

    private static byte[] cbc(CipherKey key, byte[] iv, byte[] in, boolean encrypt) {
        return encrypt ? key.encryptCbc(iv, in) : key.decryptCbc(iv, in);
    }
}
