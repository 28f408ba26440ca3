package dev.counterfoil.protocol.hostcommand;

import java.util.Objects;

/**
 * A command that the host is about to send.
 *
 * @param command the 2-character code, one of {@link Layouts}
 * @param fields the fields of its layout
 */
public record HostCommand(String command, Fields fields) {
    /**
     * The bytes of this command with their 2-byte length.
     *
     * @param header what the HSM echoes, as many characters as it is configured to
     * @throws dev.counterfoil.codec.Malformed when a field does not fit its place in the layout
     */
    public byte[] frame(String header) {
        Layout layout = Objects.requireNonNull(Layouts.request(command), command);
        return new HostCommandFrame(header, command, layout.write(fields)).encode();
    }
}
