package dev.counterfoil.pinpad;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.crypto.TrackCipher;
import dev.counterfoil.protocol.padlink.MacKind;
import dev.counterfoil.protocol.padlink.PinBlockKind;
import dev.counterfoil.protocol.padlink.TrackKind;
import java.nio.charset.StandardCharsets;

/**
 * What the chip does with its keys: the words of the cable mapped to the ciphers. What a kind has no meaning for
 * under a
 * key is an {@link IllegalArgumentException}, which the pad answers with E9.
 */
final class PadCrypto {
    private static final String CHECK_DIGIT = "0";
    private static final int SINGLE_BYTES = 8;

    private PadCrypto() {}

    /** The PIN under the key; the clear block is known to the diary while it exists. */
    static byte[] pinBlock(
            CipherKey key, PinBlockKind kind, String pin, String panDigits, NonceSource nonces, KeyDiary diary) {
        return pinBlock(key, pinFormat(kind), pin, panDigits + CHECK_DIGIT, nonces, diary);
    }

    /** The PIN in a block of format 4, which is bound to the whole card number. */
    static byte[] longPinBlock(CipherKey key, String pin, String pan, NonceSource nonces, KeyDiary diary) {
        return pinBlock(key, PinFormat.ISO4, pin, pan, nonces, diary);
    }

    private static byte[] pinBlock(
            CipherKey key, PinFormat format, String pin, String pan, NonceSource nonces, KeyDiary diary) {
        NonceSource same = format.random() ? repeatable(nonces, format.lengthBytes()) : nonces;
        diary.took(KeyDiary.PIN, PinBlocks.encode(format, pin, pan, same));
        byte[] block = PinBlocks.encipher(format, key, pin, pan, same);
        diary.used(KeyDiary.PIN);
        return block;
    }

    static byte[] mac(CipherKey key, MacKind kind, byte[] data) {
        return Macs.compute(macAlgorithm(kind, key.lengthBytes()), key, data);
    }

    /** The track as it is sent; what the cipher covers is known to the diary while it is clear. */
    static String track(CipherKey key, TrackKind kind, String track, KeyDiary diary) {
        TrackCipher cipher = TrackCipher.valueOf(kind.name());
        if (cipher == TrackCipher.CLEAR) {
            return cipher.encrypt(key, track);
        }
        String secret =
                cipher == TrackCipher.LAST_EIGHT ? covered(track, 2 * key.kind().blockBytes()) : track;
        diary.took(KeyDiary.TRACK_DATA, secret.getBytes(StandardCharsets.US_ASCII));
        String encrypted = cipher.encrypt(key, track);
        diary.used(KeyDiary.TRACK_DATA);
        return encrypted;
    }

    /** The digits in the block before the last byte of the packed track. */
    private static String covered(String track, int blockDigits) {
        int end = (track.length() + 1) / 2 * 2 - 2;
        return track.substring(Math.max(0, end - blockDigits), Math.max(0, end));
    }

    private static PinFormat pinFormat(PinBlockKind kind) {
        return switch (kind) {
            case ISO0 -> PinFormat.ISO0;
            case ISO1 -> PinFormat.ISO1;
            case ISO2 -> PinFormat.ISO2;
            case ISO3 -> PinFormat.ISO3;
            case X98_WITHOUT_PAN -> PinFormat.X98_WITHOUT_PAN;
            case IBM3624 -> throw new IllegalArgumentException("no IBM 3624 PIN blocks in this pad");
        };
    }

    private static MacAlgorithm macAlgorithm(MacKind kind, int keyBytes) {
        boolean single = keyBytes == SINGLE_BYTES;
        return switch (kind) {
            case X9_9 -> single ? MacAlgorithm.X9_9 : MacAlgorithm.X9_19;
            case PBOC -> single ? MacAlgorithm.ISO9797_1_PADDING_2 : MacAlgorithm.ISO9797_3_PADDING_2;
            case UNIONPAY -> MacAlgorithm.UNIONPAY_ECB;
            case UNIONPAY_RAW -> MacAlgorithm.UNIONPAY_ECB_RAW;
            case CBC -> MacAlgorithm.ISO9797_1_PADDING_1;
            case CMAC -> MacAlgorithm.CMAC;
            case SAM -> throw new IllegalArgumentException("no SAM in this pad");
        };
    }

    private static NonceSource repeatable(NonceSource nonces, int length) {
        byte[] drawn = new byte[length];
        nonces.nextBytes(drawn);
        return target -> System.arraycopy(drawn, 0, target, 0, target.length);
    }
}
