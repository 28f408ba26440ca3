package dev.counterfoil.protocol.hostcommand;

import dev.counterfoil.codec.Malformed;

/**
 * An HSM's answer as the host receives it.
 *
 * @param header the request's header, echoed
 * @param command 2 characters, one letter on from the request's
 * @param errorCode 2 characters, see {@link HsmError}
 * @param body the fields behind the error code; empty for most errors
 */
public record HsmAnswer(String header, String command, String errorCode, String body) {
    private static final int ERROR_CODE_LENGTH = 2;

    /**
     * Reads one whole frame.
     *
     * @param frame the bytes with their 2-byte length
     * @param headerLength 0 to 255 characters
     * @throws Malformed when the frame is no answer
     */
    public static HsmAnswer parse(byte[] frame, int headerLength) {
        HostCommandFrame parsed = HostCommandFrame.parse(frame, headerLength);
        if (parsed.body().length() < ERROR_CODE_LENGTH) {
            throw new Malformed(
                    "errorCode", frame.length, "2 characters", parsed.body().length() + " characters");
        }
        return new HsmAnswer(
                parsed.header(),
                parsed.command(),
                parsed.body().substring(0, ERROR_CODE_LENGTH),
                parsed.body().substring(ERROR_CODE_LENGTH));
    }

    /** Whether the error code is 00. */
    public boolean ok() {
        return errorCode.equals(HsmError.OK);
    }

    /** Whether this answers {@code request}, by its command code. */
    public boolean answers(HostCommand request) {
        return command.equals(HostCommandFrame.answerCode(request.command()));
    }

    /** The fields behind the error code, for an HSM of the usual settings. */
    public Fields fields(HostCommand request) {
        return fields(request, LayoutSettings.USUAL);
    }

    /**
     * The fields behind the error code.
     *
     * @param request the command that this answers; some layouts depend on its mode
     * @throws Malformed when the body does not follow the layout, as after an error
     */
    public Fields fields(HostCommand request, LayoutSettings settings) {
        Fields conditions = new Fields();
        for (String name : new String[] {"mode", "cipherMode"}) {
            if (request.fields().has(name)) {
                conditions.set(name, request.fields().text(name));
            }
        }
        return Layouts.answer(request.command()).read(body, settings, conditions);
    }

    /** Names the answer and its error code only. */
    @Override
    public String toString() {
        return command + " " + errorCode + " " + HsmError.text(errorCode);
    }
}
