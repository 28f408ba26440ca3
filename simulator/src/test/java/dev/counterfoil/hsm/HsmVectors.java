package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.protocol.hostcommand.HostCommandFrame;
import dev.counterfoil.protocol.hostcommand.LayoutSettings;
import java.util.Arrays;

/** An HSM to run vectors against. */
final class HsmVectors {
    /** Draws 11 11 ... 11. */
    static final NonceSource ONES = target -> Arrays.fill(target, (byte) 0x11);

    static final String HEADER = "HEAD";

    private HsmVectors() {}

    /** An HSM with the public test LMK. */
    static HsmEngine engine(HsmPersonality personality, NonceSource random) {
        return new HsmEngine(personality, VariantLmk.testSet(), random);
    }

    /** ZMKs without scheme letter and PINs as the source of a vector was configured. */
    static LayoutSettings settings(String zmkLength, int pinDigits) {
        return new LayoutSettings(zmkLength.equals("single") ? 16 : 32, pinDigits);
    }

    /** The error code and fields of the answer to a command. */
    static String ask(HsmEngine engine, String command, String body) {
        byte[] answer = engine.execute(new HostCommandFrame(HEADER, command, body).encode());
        HostCommandFrame frame = HostCommandFrame.parse(answer, HEADER.length());
        if (!frame.header().equals(HEADER) || !frame.command().equals(HostCommandFrame.answerCode(command))) {
            throw new AssertionError("not an answer to " + command + ": " + frame);
        }
        return frame.body();
    }

    /** Draws the bytes of {@code hex}, over and over. */
    static NonceSource drawing(String hex) {
        byte[] bytes = Hex.bytes(hex);
        return target -> {
            for (int i = 0; i < target.length; i++) {
                target[i] = bytes[i % bytes.length];
            }
        };
    }
}
