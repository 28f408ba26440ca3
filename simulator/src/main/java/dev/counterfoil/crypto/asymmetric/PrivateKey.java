package dev.counterfoil.crypto.asymmetric;

import java.math.BigInteger;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/** A private key. It prints its public key only. */
public final class PrivateKey {
    static final ECDomainParameters CURVE = curve();

    private static final BigInteger E = BigInteger.valueOf(65_537);

    private final PublicKey publicKey;
    private final CipherParameters secret;

    private PrivateKey(@Nullable PublicKey publicKey, CipherParameters secret) {
        if (publicKey == null) {
            throw new IllegalArgumentException("no key has these numbers");
        }
        this.publicKey = publicKey;
        this.secret = secret;
    }

    /** The RSA key of two primes of equal length, up to 128 bytes each, with the public exponent 65537. */
    public static PrivateKey rsa(BigInteger p, BigInteger q) {
        BigInteger one = BigInteger.ONE;
        BigInteger n = p.multiply(q);
        BigInteger d = E.modInverse(p.subtract(one).multiply(q.subtract(one)));
        return new PrivateKey(
                PublicKey.of(KeyAlgorithm.RSA, BigIntegers.asUnsignedByteArray(n), BigIntegers.asUnsignedByteArray(E)),
                new RSAPrivateCrtKeyParameters(
                        n, E, d, p, q, d.mod(p.subtract(one)), d.mod(q.subtract(one)), q.modInverse(p), true));
    }

    /** The SM2 key of a number from 1 to the order of the curve. */
    public static PrivateKey sm2(BigInteger d) {
        byte[] point = CURVE.getG().multiply(d).getEncoded(false);
        return new PrivateKey(PublicKey.of(KeyAlgorithm.SM2, point, new byte[0]), new ECPrivateKeyParameters(d, CURVE));
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** What {@link PublicKey#encipher} enciphered under the other half of this key, or null for any other bytes. */
    public byte @Nullable [] decipher(Padding padding, byte[] cipherText) {
        try {
            return publicKey.algorithm() == KeyAlgorithm.RSA ? rsa(padding, cipherText) : sm2(cipherText);
        } catch (InvalidCipherTextException | RuntimeException notUnderThisKey) {
            return null;
        }
    }

    private byte[] rsa(Padding padding, byte[] cipherText) throws InvalidCipherTextException {
        AsymmetricBlockCipher cipher = PublicKey.cipher(padding);
        cipher.init(false, secret);
        return cipher.processBlock(cipherText, 0, cipherText.length);
    }

    private byte[] sm2(byte[] cipherText) throws InvalidCipherTextException {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, secret);
        return engine.processBlock(cipherText, 0, cipherText.length);
    }

    private static ECDomainParameters curve() {
        X9ECParameters named = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    @Override
    public String toString() {
        return "private key of " + publicKey;
    }
}
