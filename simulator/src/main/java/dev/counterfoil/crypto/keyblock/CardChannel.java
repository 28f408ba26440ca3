package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a blank card and the HSM of its issuer have in common while the card is written: two keys derived from the
 * card's transport key and both sides' challenges, as NIST SP 800-108 does, one for ciphers and one for MACs. The order
 * of things follows the secure channel of GlobalPlatform; the bytes are this product's own.
 */
public final class CardChannel {
    /** Bytes of a challenge, of a cryptogram and of a MAC. */
    public static final int BYTES = 8;

    private static final int PLACE_BYTES = 4;
    private static final byte CARD = 0;
    private static final byte HOST = 1;
    private static final byte PAD = (byte) 0x80;

    private final CipherKey cipher;
    private final CipherKey mac;
    private final byte[] challenges;

    /**
     * The channel of two challenges.
     *
     * @param transport the key that the card came from its maker with, TDES of 16 bytes
     * @param ofHost 8 bytes
     * @param ofCard 8 bytes
     */
    public CardChannel(CipherKey transport, byte[] ofHost, byte[] ofCard) {
        challenges = Arrays.copyOf(ofHost, 2 * BYTES);
        System.arraycopy(ofCard, 0, challenges, BYTES, BYTES);
        cipher = KeyPurpose.derive(transport, "CARD CIPHER", challenges);
        mac = KeyPurpose.derive(transport, "CARD MAC", challenges);
    }

    /** The challenge that a card without a random number generator makes of its counter of channels. */
    public static byte[] challenge(CipherKey transport, int count) {
        byte[] block = new byte[BYTES];
        block[BYTES - 1] = (byte) count;
        block[BYTES - 2] = (byte) (count >> 8);
        return KeyPurpose.derive(transport, "CARD CHALLENGE", block).once(key -> key.encryptEcb(block));
    }

    /** What the card proves that it knows its transport key with, 8 bytes. */
    public byte[] cardCryptogram() {
        return cryptogram(CARD);
    }

    /** What the HSM proves it with, 8 bytes. */
    public byte[] hostCryptogram() {
        return cryptogram(HOST);
    }

    /**
     * Data for the card: enciphered, with a MAC behind it.
     *
     * @param place the number of the command in this channel from 1, INS, P1 and P2, 4 bytes
     * @return whole blocks of 8 bytes, then 8 bytes of MAC
     */
    public byte[] seal(byte[] place, byte[] data) {
        byte[] padded = Arrays.copyOf(data, (data.length / BYTES + 1) * BYTES);
        padded[data.length] = PAD;
        byte[] sealed = cipher.encryptCbc(vector(place), padded);
        Arrays.fill(padded, (byte) 0);
        byte[] whole = Arrays.copyOf(sealed, sealed.length + BYTES);
        System.arraycopy(mac(place, sealed), 0, whole, sealed.length, BYTES);
        return whole;
    }

    /** What was sealed for this place; null when the MAC is wrong or the length is none of a sealed text. */
    public byte @Nullable [] open(byte[] place, byte[] sealed) {
        int length = sealed.length - BYTES;
        if (length < BYTES || length % BYTES != 0) {
            return null;
        }
        byte[] text = Arrays.copyOf(sealed, length);
        if (!MessageDigest.isEqual(mac(place, text), Arrays.copyOfRange(sealed, length, sealed.length))) {
            return null;
        }
        byte[] padded = cipher.decryptCbc(vector(place), text);
        int end = length - 1;
        while (end > 0 && padded[end] == 0) {
            end--;
        }
        return padded[end] == PAD ? Arrays.copyOf(padded, end) : null;
    }

    /** Wipes both keys. */
    public void erase() {
        cipher.erase();
        mac.erase();
    }

    private byte[] cryptogram(byte whose) {
        byte[] text = Arrays.copyOf(challenges, challenges.length + 1);
        text[challenges.length] = whose;
        return first(text);
    }

    private byte[] mac(byte[] place, byte[] text) {
        byte[] covered = Arrays.copyOf(place, PLACE_BYTES + text.length);
        System.arraycopy(text, 0, covered, PLACE_BYTES, text.length);
        return first(covered);
    }

    private byte[] first(byte[] covered) {
        return Arrays.copyOf(Macs.whole(MacAlgorithm.CMAC, mac, covered, 0, covered.length), BYTES);
    }

    /** Two commands of a channel never begin with equal vectors, as their numbers differ. */
    private byte[] vector(byte[] place) {
        return cipher.encryptEcb(Arrays.copyOf(place, BYTES));
    }
}
