package dev.counterfoil.crypto.dukpt;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.crypto.PinReading;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The key of one transaction: it enciphers nothing itself, its working keys do. Whoever got it erases it when the
 * transaction is over, and the working keys with it. It prints its KSN and its check value.
 */
public final class TransactionKey {
    private final Ksn ksn;
    private final CipherKey key;

    TransactionKey(Ksn ksn, CipherKey key) {
        this.ksn = ksn;
        this.key = key;
    }

    public Ksn ksn() {
        return ksn;
    }

    /**
     * The working key of the transaction key's own cipher and length.
     *
     * @throws IllegalArgumentException when the scheme has no key for this usage
     */
    public CipherKey working(DukptUsage usage) {
        mustBeUnder(usage);
        return ksn.scheme() == DukptScheme.TDES
                ? usage.variantOf(key)
                : AesDerivation.working(key, ksn, usage, WorkingKind.of(key));
    }

    /**
     * The working key of another cipher or length; AES DUKPT only. The standard wants none that is stronger than the
     * base derivation key; whether that is kept is the caller's policy.
     *
     * @throws IllegalArgumentException when the scheme is TDES
     */
    public CipherKey working(DukptUsage usage, WorkingKind kind) {
        mustBeAes("a choice of working keys");
        return AesDerivation.working(key, ksn, usage, kind);
    }

    /** The key under which the device enciphers tracks: two-key TDES in either scheme, as their ciphers take it. */
    public CipherKey trackKey() {
        return ksn.scheme() == DukptScheme.TDES
                ? working(DukptUsage.DATA_REQUEST)
                : working(DukptUsage.DATA_REQUEST, WorkingKind.TDES_2_KEY);
    }

    /**
     * The HMAC with SHA-256 of a message under a key of its own; AES DUKPT only.
     *
     * @param usage one of the MAC usages
     * @param keyBytes 16, 24 or 32
     */
    public byte[] hmacSha256(DukptUsage usage, int keyBytes, byte[] message) {
        mustBeAes("HMAC");
        byte[] clear = AesDerivation.material(key, usage.aesUsage(), AesDerivation.HMAC, keyBytes, ksn.right());
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(clear));
        Arrays.fill(clear, (byte) 0);
        hmac.update(message, 0, message.length);
        byte[] code = new byte[hmac.getMacSize()];
        hmac.doFinal(code, 0);
        return code;
    }

    /** The PIN under the PIN key: an ISO 9564 block of format 0 under TDES, of format 4 under AES. */
    public byte[] encipherPin(String pin, String pan, NonceSource nonces) {
        CipherKey pinKey = working(DukptUsage.PIN);
        byte[] block = PinBlocks.encipher(pinFormat(), pinKey, pin, pan, nonces);
        pinKey.erase();
        return block;
    }

    /** What {@link #encipherPin} made, opened. */
    public PinReading decipherPin(byte[] block, String pan) {
        CipherKey pinKey = working(DukptUsage.PIN);
        PinReading reading = PinBlocks.decipher(pinFormat(), pinKey, block, pan);
        pinKey.erase();
        return reading;
    }

    private PinFormat pinFormat() {
        return ksn.scheme() == DukptScheme.TDES ? PinFormat.ISO0 : PinFormat.ISO4;
    }

    /** A copy of the clear value, for tests and for HSMs that show one; the caller wipes it. */
    public byte[] clear() {
        return key.clear();
    }

    public void erase() {
        key.erase();
    }

    public boolean erased() {
        return key.erased();
    }

    @Override
    public String toString() {
        return "transaction " + ksn + ", " + key;
    }

    private void mustBeUnder(DukptUsage usage) {
        if (!usage.under(ksn.scheme())) {
            throw new IllegalArgumentException(ksn.scheme() + " DUKPT has no key for " + usage);
        }
    }

    private void mustBeAes(String what) {
        if (ksn.scheme() != DukptScheme.AES) {
            throw new IllegalArgumentException(ksn.scheme() + " DUKPT has no " + what);
        }
    }
}
