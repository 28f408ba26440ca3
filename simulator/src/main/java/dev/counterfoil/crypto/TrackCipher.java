package dev.counterfoil.crypto;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The ways in which hosts want track 2 and track 3 encrypted under the TDK, all in electronic code book mode.
 *
 * <p>A track is its digits with {@code D} between the parts ({@code =} is read as {@code D}); an encrypted track is
 * upper-case hex digits.
 */
public enum TrackCipher {
    /**
     * UnionPay's TDB2 and TDB3: the track packed two digits to the byte (an odd one filled with {@code 0}), the last
     * byte left alone, the block before it (8 bytes; 16 under SM4) encrypted in place. The length does not change.
     */
    LAST_EIGHT,
    /** The whole track filled with {@code F} to whole blocks. */
    WHOLE_TRACK_F,
    /** One byte that counts the digits, the packed track, zeros to whole blocks. */
    LENGTH_PREFIXED,
    /** The track in ASCII, {@code 80} and zeros to whole blocks, as mobile readers do. */
    ASCII_80,
    /** Not encrypted. */
    CLEAR;

    private static final String PATH = "track";

    /**
     * The track as it is sent.
     *
     * @throws IllegalArgumentException when it holds anything but digits and separators, or is too short for the block
     */
    public String encrypt(CipherKey tdk, String track) {
        String digits = track.replace('=', 'D');
        if (!isTrack(digits)) {
            throw new IllegalArgumentException("a track is made of digits and D");
        }
        return switch (this) {
            case LAST_EIGHT -> inPlace(true, tdk, digits);
            case WHOLE_TRACK_F -> Hex.of(tdk.encryptEcb(Hex.bytes(filled(digits, 'F', digitsPerBlock(tdk)))));
            case LENGTH_PREFIXED ->
                Hex.of(tdk.encryptEcb(Hex.bytes(filled(counted(digits), '0', digitsPerBlock(tdk)))));
            case ASCII_80 ->
                Hex.of(tdk.encryptEcb(MacPadding.METHOD_2.pad(
                        digits.getBytes(StandardCharsets.US_ASCII), tdk.kind().blockBytes())));
            case CLEAR -> digits;
        };
    }

    /**
     * The clear track, with {@code D} between its parts.
     *
     * @throws Malformed when what comes out is no track, as under a wrong key
     */
    public String decrypt(CipherKey tdk, String encrypted) {
        String track = switch (this) {
            case LAST_EIGHT -> inPlace(false, tdk, encrypted);
            case WHOLE_TRACK_F -> stripped(opened(tdk, encrypted));
            case LENGTH_PREFIXED -> uncounted(opened(tdk, encrypted));
            case ASCII_80 -> unpadded(Hex.bytes(opened(tdk, encrypted)));
            case CLEAR -> encrypted;
        };
        if (!isTrack(track)) {
            throw new Malformed(PATH, 0, "digits and D", "other characters");
        }
        return track;
    }

    private static String inPlace(boolean encrypt, CipherKey tdk, String digits) {
        String packed = filled(digits, '0', 2);
        int end = packed.length() - 2;
        int start = end - digitsPerBlock(tdk);
        if (start < 0) {
            throw new IllegalArgumentException("a track of " + digits.length() + " digits has no block to encrypt");
        }
        byte[] block = Hex.bytes(packed.substring(start, end));
        byte[] done = encrypt ? tdk.encryptEcb(block) : tdk.decryptEcb(block);
        return digits.substring(0, start) + Hex.of(done) + digits.substring(end);
    }

    private static String opened(CipherKey tdk, String encrypted) {
        byte[] data = Hex.bytes(encrypted);
        if (data.length == 0 || data.length % tdk.kind().blockBytes() != 0) {
            throw new Malformed(PATH, data.length, "whole blocks", data.length + " bytes");
        }
        return Hex.of(tdk.decryptEcb(data));
    }

    private static String counted(String digits) {
        return Hex.of(new byte[] {(byte) digits.length()}) + digits;
    }

    private static String uncounted(String opened) {
        int count = Integer.parseInt(opened.substring(0, 2), 16);
        if (count + 2 > opened.length()) {
            throw new Malformed(PATH, 0, "a count of at most " + (opened.length() - 2), String.valueOf(count));
        }
        return opened.substring(2, 2 + count);
    }

    private static String unpadded(byte[] data) {
        int end = data.length - 1;
        while (end > 0 && data[end] == 0) {
            end--;
        }
        if (data[end] != (byte) 0x80) {
            throw new Malformed(PATH, end, "the padding 80", "another byte");
        }
        return new String(Arrays.copyOf(data, end), StandardCharsets.US_ASCII);
    }

    private static String stripped(String opened) {
        int end = opened.length();
        while (end > 0 && opened.charAt(end - 1) == 'F') {
            end--;
        }
        return opened.substring(0, end);
    }

    private static String filled(String digits, char fill, int multiple) {
        int missing = (multiple - digits.length() % multiple) % multiple;
        return digits + String.valueOf(fill).repeat(missing);
    }

    private static int digitsPerBlock(CipherKey tdk) {
        return 2 * tdk.kind().blockBytes();
    }

    private static boolean isTrack(String text) {
        return Decimal.isDigits(text.replace('D', '0'));
    }
}
