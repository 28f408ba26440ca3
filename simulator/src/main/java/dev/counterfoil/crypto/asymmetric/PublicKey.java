package dev.counterfoil.crypto.asymmetric;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.NonceSource;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.jspecify.annotations.Nullable;

/** A public key as it crosses a line. */
public final class PublicKey {
    private static final int SHORTEST_MODULUS_BYTES = 128;
    private static final int LONGEST_MODULUS_BYTES = 256;
    private static final int LONGEST_EXPONENT_BYTES = 4;
    private static final int POINT_BYTES = 65;
    private static final byte UNCOMPRESSED = 4;

    private final KeyAlgorithm algorithm;
    private final byte[] value;
    private final byte[] exponent;

    private PublicKey(KeyAlgorithm algorithm, byte[] value, byte[] exponent) {
        this.algorithm = algorithm;
        this.value = value.clone();
        this.exponent = exponent.clone();
    }

    /**
     * The key of these bytes, or null when no such key can be.
     *
     * @param value RSA: the modulus, 128 to 256 bytes, its first bit set; SM2: the point, 65 bytes, 04 before x and y
     * @param exponent RSA: 1 to 4 bytes; SM2: empty
     */
    public static @Nullable PublicKey of(KeyAlgorithm algorithm, byte[] value, byte[] exponent) {
        boolean good = algorithm == KeyAlgorithm.RSA
                ? modulus(value) && exponent(exponent)
                : exponent.length == 0 && onCurve(value);
        return good ? new PublicKey(algorithm, value, exponent) : null;
    }

    private static boolean modulus(byte[] value) {
        boolean fits = value.length >= SHORTEST_MODULUS_BYTES && value.length <= LONGEST_MODULUS_BYTES;
        return fits && value[0] < 0 && (value[value.length - 1] & 1) == 1;
    }

    private static boolean exponent(byte[] exponent) {
        boolean fits = exponent.length > 0 && exponent.length <= LONGEST_EXPONENT_BYTES;
        return fits && (exponent[exponent.length - 1] & 1) == 1 && new BigInteger(1, exponent).bitLength() > 1;
    }

    private static boolean onCurve(byte[] point) {
        if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED) {
            return false;
        }
        try {
            return PrivateKey.CURVE.getCurve().decodePoint(point).isValid();
        } catch (IllegalArgumentException notOnTheCurve) {
            return false;
        }
    }

    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** RSA: the modulus; SM2: the point. */
    public byte[] value() {
        return value.clone();
    }

    /** RSA: the public exponent; SM2: empty. */
    public byte[] exponent() {
        return exponent.clone();
    }

    /** What a pinned key is known by: SHA-256 over modulus and exponent, SM3 over the point; 64 hex digits. */
    public String digest() {
        Digest digest = algorithm == KeyAlgorithm.RSA ? new SHA256Digest() : new SM3Digest();
        digest.update(value, 0, value.length);
        digest.update(exponent, 0, exponent.length);
        byte[] sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return Hex.of(sum);
    }

    /** Up to 64 bytes under this key. */
    public byte[] encipher(Padding padding, byte[] clear, NonceSource random) {
        try {
            return algorithm == KeyAlgorithm.RSA ? rsa(padding, clear, random) : sm2(clear, random);
        } catch (InvalidCipherTextException e) {
            throw new IllegalArgumentException(clear.length + " bytes do not go under " + this, e);
        }
    }

    private byte[] rsa(Padding padding, byte[] clear, NonceSource random) throws InvalidCipherTextException {
        AsymmetricBlockCipher cipher = cipher(padding);
        RSAKeyParameters key = new RSAKeyParameters(false, new BigInteger(1, value), new BigInteger(1, exponent), true);
        cipher.init(true, new ParametersWithRandom(key, new Drawn(random)));
        byte[] block = cipher.processBlock(clear, 0, clear.length);
        byte[] whole = new byte[value.length];
        System.arraycopy(block, 0, whole, whole.length - block.length, block.length);
        return whole;
    }

    private byte[] sm2(byte[] clear, NonceSource random) throws InvalidCipherTextException {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        ECPublicKeyParameters key =
                new ECPublicKeyParameters(PrivateKey.CURVE.getCurve().decodePoint(value), PrivateKey.CURVE);
        engine.init(true, new ParametersWithRandom(key, new Drawn(random)));
        return engine.processBlock(clear, 0, clear.length);
    }

    static AsymmetricBlockCipher cipher(Padding padding) {
        return padding == Padding.PKCS1
                ? new PKCS1Encoding(new RSAEngine())
                : new OAEPEncoding(new RSAEngine(), new SHA256Digest());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublicKey that
                && algorithm == that.algorithm
                && Arrays.equals(value, that.value)
                && Arrays.equals(exponent, that.exponent);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** The algorithm and the beginning of the digest. */
    @Override
    public String toString() {
        return algorithm + " " + digest().substring(0, 8);
    }
}
