package dev.counterfoil.adversary;

import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.crypto.asymmetric.Padding;
import dev.counterfoil.crypto.asymmetric.PrivateKey;
import dev.counterfoil.crypto.asymmetric.PublicKey;
import dev.counterfoil.crypto.asymmetric.TestKeys;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import org.jspecify.annotations.Nullable;

/**
 * The thief's public key in place of the host's, in one online download: nothing in a literal one proves whose it is.
 *
 * @param host the key that was taken away
 */
record SwappedKey(PublicKey host) {
    private static final int POINT_BYTES = 65;

    /** The key that an answer brings, or null when it brings none. */
    static @Nullable SwappedKey of(IsoMessage answer) {
        if (!KeyDownload.step(answer).equals(OnlineDownload.KEY_QUERY) || !ResponseCodes.approved(answer.text(39))) {
            return null;
        }
        byte[] value = KeyDownload.valueOrNone(answer, OnlineDownload.KEY_VALUE);
        KeyAlgorithm algorithm = value.length == POINT_BYTES ? KeyAlgorithm.SM2 : KeyAlgorithm.RSA;
        PublicKey host = PublicKey.of(algorithm, value, KeyDownload.valueOrNone(answer, OnlineDownload.KEY_EXPONENT));
        return host == null ? null : new SwappedKey(host);
    }

    /** The answer with the thief's key in it. */
    IsoMessage in(IsoMessage answer) {
        PublicKey own = own().publicKey();
        Tlv value = Tlv.of(OnlineDownload.KEY_VALUE, own.value());
        return host.algorithm() == KeyAlgorithm.SM2
                ? Heist.with(answer, value)
                : Heist.with(answer, value, Tlv.of(OnlineDownload.KEY_EXPONENT, own.exponent()));
    }

    /** The transport key that a request brings under the thief's key, or null. */
    @Nullable
    CipherKey transport(IsoMessage request) {
        byte[] clear = own().decipher(Padding.PKCS1, KeyDownload.valueOrNone(request, OnlineDownload.ENCIPHERED));
        return clear == null ? null : CipherKey.of(host.algorithm().travelling(), clear);
    }

    private PrivateKey own() {
        return TestKeys.STRANGER.of(host.algorithm());
    }
}
