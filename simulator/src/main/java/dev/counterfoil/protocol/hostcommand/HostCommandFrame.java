package dev.counterfoil.protocol.hostcommand;

import dev.counterfoil.codec.Malformed;
import java.nio.charset.StandardCharsets;

/**
 * One frame on the line between a host and an HSM: {@code [2-byte length][header][2-character command][body]}.
 *
 * <p>The length is big-endian and counts everything after itself. Every component is ISO 8859-1 text, one character a
 * byte, so that a body may hold binary data.
 *
 * @param header 0 to 255 characters that the HSM echoes; the host pairs answers with requests by it
 * @param command 2 characters, such as {@code A0}; in an answer the second letter is one higher
 * @param body everything after the command code, with the trailer that a host may append after X'19'
 */
public record HostCommandFrame(String header, String command, String body) {
    /** The byte that separates the body from a trailer of at most {@value #LONGEST_TRAILER} bytes. */
    public static final char TRAILER_MARK = 0x19;

    /** The longest trailer, in bytes. */
    public static final int LONGEST_TRAILER = 32;

    /** The most that the 2-byte length can count. */
    public static final int LONGEST_CONTENT = 0xFFFF;

    /** Length of the length, in bytes. */
    static final int LENGTH_BYTES = 2;

    private static final int COMMAND_LENGTH = 2;

    /**
     * The parts of one whole frame.
     *
     * @param frame the bytes with their 2-byte length
     * @param headerLength 0 to 255 characters
     * @throws Malformed when the length does not count the bytes, or header and command do not fit
     */
    public static HostCommandFrame parse(byte[] frame, int headerLength) {
        String text = new String(frame, StandardCharsets.ISO_8859_1);
        int bodyAt = LENGTH_BYTES + headerLength + COMMAND_LENGTH;
        if (text.length() < bodyAt) {
            throw new Malformed("frame", text.length(), "at least " + bodyAt + " bytes", text.length() + " bytes");
        }
        int declared = text.charAt(0) << 8 | text.charAt(1);
        if (declared != text.length() - LENGTH_BYTES) {
            throw new Malformed("length", 0, (text.length() - LENGTH_BYTES) + " bytes", declared + " bytes");
        }
        int commandAt = LENGTH_BYTES + headerLength;
        return new HostCommandFrame(
                text.substring(LENGTH_BYTES, commandAt), text.substring(commandAt, bodyAt), text.substring(bodyAt));
    }

    /**
     * The bytes of this frame with their 2-byte length.
     *
     * @throws Malformed when there are more than 65,535 bytes after the length
     */
    public byte[] encode() {
        int length = header.length() + command.length() + body.length();
        if (length > LONGEST_CONTENT) {
            throw new Malformed("length", 0, "at most " + LONGEST_CONTENT + " bytes", length + " bytes");
        }
        String frame = "" + (char) (length >> 8) + (char) (length & 0xFF) + header + command + body;
        return frame.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The code of the answer to {@code command}: the second letter is one higher, as CA to CB. */
    public static String answerCode(String command) {
        return "" + command.charAt(0) + (char) ((command.charAt(1) + 1) & 0xFF);
    }

    /** Names the command and the length of the body, whose content may be secret. */
    @Override
    public String toString() {
        return command + " (" + body.length() + " bytes)";
    }
}
