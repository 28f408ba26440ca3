package dev.counterfoil.protocol.apdu;

import dev.counterfoil.codec.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a stripe reader sends for one swipe: {@code ;track 2?LRC}, then, if the stripe has it, {@code ;track 3?LRC}, then
 * carriage return. Characters are those of ISO 7811 track 2: 30 and four bits. LRC is the exclusive or of the four bits
 * of all characters from {@code ;} to {@code ?}, as such a character.
 *
 * @param track2 up to 37 digits with {@code =} between the parts, without sentinels
 * @param track3 up to 104 characters, or empty
 */
public record Stripe(String track2, String track3) {
    static final byte END = '\r';

    private static final char START_SENTINEL = ';';
    private static final char END_SENTINEL = '?';
    private static final String PATH = "stripe";

    /** The bytes of one swipe. */
    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(track(track2));
        if (!track3.isEmpty()) {
            out.writeBytes(track(track3));
        }
        out.write(END);
        return out.toByteArray();
    }

    /**
     * The tracks in the bytes of one swipe.
     *
     * @throws Malformed when a sentinel is missing or an LRC is wrong: the card was read badly
     */
    public static Stripe decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.length() - 1;
        if (end < 0 || text.charAt(end) != END) {
            throw new Malformed(PATH, Math.max(end, 0), "carriage return", "the end");
        }
        int first = trackEnd(text, 0);
        String second = first == end ? "" : inner(text, first, trackEnd(text, first));
        if (first != end && trackEnd(text, first) != end) {
            throw new Malformed(PATH, first, "two tracks at most", "more");
        }
        return new Stripe(inner(text, 0, first), second);
    }

    @Override
    public String toString() {
        return "Stripe of " + track2.length() + " and " + track3.length() + " characters";
    }

    private static String inner(String text, int start, int end) {
        return text.substring(start + 1, end - 2);
    }

    /** The place behind the LRC of the track that begins at {@code start}. */
    private static int trackEnd(String text, int start) {
        int sentinel = text.indexOf(END_SENTINEL, start);
        if (start >= text.length() || text.charAt(start) != START_SENTINEL || sentinel < 0) {
            throw new Malformed(PATH, start, "; and a ? behind it", "no track");
        }
        int end = sentinel + 2;
        if (end > text.length() || text.charAt(sentinel + 1) != lrc(text.substring(start, sentinel + 1))) {
            throw new Malformed(PATH, sentinel + 1, "the LRC", "another character");
        }
        return end;
    }

    private static byte[] track(String characters) {
        String framed = START_SENTINEL + characters + END_SENTINEL;
        return (framed + lrc(framed)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static char lrc(String framed) {
        return (char) (0x30 | framed.chars().reduce(0, (a, b) -> a ^ b) & 0x0F);
    }
}
