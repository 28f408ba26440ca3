package dev.counterfoil.protocol.hostcommand;

import org.jspecify.annotations.Nullable;

/**
 * What became of a command: an answer, or none in time.
 *
 * @param request the command
 * @param answer null when the HSM was silent or could not be reached
 */
public record HsmReply(HostCommand request, @Nullable HsmAnswer answer) {
    /** Whether the command was carried out. */
    public boolean ok() {
        return answer != null && answer.ok();
    }

    /** Whether the HSM was at work and found the MAC, the PIN or the card wrong. */
    public boolean verificationFailed() {
        return refused(HsmError.VERIFICATION_FAILED);
    }

    /** Whether the HSM answered this error. */
    public boolean refused(String errorCode) {
        return answer != null && answer.errorCode().equals(errorCode);
    }

    /**
     * The fields of the answer.
     *
     * @throws IllegalStateException when the command was not carried out
     */
    public Fields fields() {
        if (answer == null || !answer.ok()) {
            throw new IllegalStateException(this + " has no fields");
        }
        return answer.fields(request);
    }

    @Override
    public String toString() {
        return request.command() + ": " + (answer == null ? "silence" : answer.toString());
    }
}
