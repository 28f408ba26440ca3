package dev.counterfoil.hsm.online;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.crypto.asymmetric.Padding;
import dev.counterfoil.crypto.asymmetric.PrivateKey;
import dev.counterfoil.crypto.asymmetric.PublicKey;
import dev.counterfoil.crypto.keyblock.SealedMasterKey;
import dev.counterfoil.hsm.Handler;
import dev.counterfoil.hsm.HsmRefusal;
import dev.counterfoil.hsm.Reply;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HsmError;
import java.util.Arrays;
import java.util.Map;

/** UO and UQ, for the master key download online; extensions of this product's own. */
public final class OnlineCommands {
    private static final int KEY_BYTES = 16;
    private static final int LONGEST_SERIAL_NUMBER = 40;
    private static final String SEALED = "1";

    private final MasterKeys keys;
    private final Map<String, PrivateKey> privateKeys;
    private final NonceSource random;

    /** What these commands need of the keys under the LMK; a kind is TDES or SM4. */
    public interface MasterKeys {
        /** A TMK of 16 bytes, which others use too. */
        CipherKey masterKey(CipherKind kind, String underLmk);

        /** A new key of 16 bytes. */
        CipherKey newKey(CipherKind kind);

        String underLmk(CipherKey masterKey);
    }

    /** @param privateKeys by their index, 2 upper-case hex digits */
    public OnlineCommands(MasterKeys keys, Map<String, PrivateKey> privateKeys, NonceSource random) {
        this.keys = keys;
        this.privateKeys = privateKeys;
        this.random = random;
    }

    public Map<String, Handler> handlers() {
        return Map.of("UO", this::publicKey, "UQ", this::deliver);
    }

    private Reply publicKey(Fields request) {
        PublicKey key = privateKey(request).publicKey();
        return Reply.ok(Fields.of("algorithm", key.algorithm() == KeyAlgorithm.RSA ? "R" : "S")
                .set("value", Hex.of(key.value()))
                .set("exponent", Hex.of(key.exponent())));
    }

    private Reply deliver(Fields request) {
        PrivateKey privateKey = privateKey(request);
        CipherKind kind = privateKey.publicKey().algorithm().travelling();
        boolean sealed = request.text("form").equals(SEALED);
        String serialNumber = request.text("serialNumber");
        HsmRefusal.unless(serialNumber.length() <= LONGEST_SERIAL_NUMBER, HsmError.DATA_LENGTH);
        return transport(privateKey, kind, sealed, request)
                .once(transport -> master(kind, request).once(master -> {
                    String wrapped = sealed
                            ? SealedMasterKey.seal(transport, master, serialNumber, random)
                            : SealedMasterKey.plain(transport, master);
                    String tmk = request.has("tmk") ? request.text("tmk") : keys.underLmk(master);
                    return Reply.ok(
                            Fields.of("tmk", tmk).set("keyBlock", wrapped).set("kcv", master.kcv()));
                }));
    }

    /** The key that is to come again, or a new one; the caller's own. */
    private CipherKey master(CipherKind kind, Fields request) {
        return request.has("tmk") ? keys.masterKey(kind, request.text("tmk")).copy() : keys.newKey(kind);
    }

    /** One refusal whatever is wrong, so that nobody learns from it what a cipher text has inside. */
    private static CipherKey transport(PrivateKey under, CipherKind kind, boolean sealed, Fields request) {
        byte[] clear = under.decipher(sealed ? Padding.OAEP : Padding.PKCS1, request.hex("cipherText"));
        CipherKey transport = clear == null || clear.length != KEY_BYTES ? null : CipherKey.of(kind, clear);
        if (clear != null) {
            Arrays.fill(clear, (byte) 0);
        }
        if (transport != null && transport.kcv().equals(request.text("check"))) {
            return transport;
        } else if (transport != null) {
            transport.erase();
        }
        throw new HsmRefusal(HsmError.VERIFICATION_FAILED);
    }

    private PrivateKey privateKey(Fields request) {
        PrivateKey key = privateKeys.get(request.text("index"));
        if (key == null) {
            throw new HsmRefusal(HsmError.INDEX);
        }
        return key;
    }
}
