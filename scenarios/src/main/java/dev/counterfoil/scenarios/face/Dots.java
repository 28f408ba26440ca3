package dev.counterfoil.scenarios.face;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.protocol.iso8583.DescribedField;
import dev.counterfoil.protocol.iso8583.Dialect;
import java.util.List;

/**
 * The bytes of an ISO 8583 frame as hex, with a dot for every digit that must not be seen: whatever its description
 * masks, and whatever the description could not make out.
 */
public final class Dots {
    private static final char DOT = '·';
    private static final int PAN_SHOWN_FRONT = 6;
    private static final int PAN_SHOWN_BACK = 4;

    private final StringBuilder hex;
    private int describedBytes;

    private Dots(byte[] frame) {
        this.hex = new StringBuilder(Hex.of(frame));
    }

    /** Two digits a byte, upper case. */
    public static String over(Dialect dialect, byte[] frame) {
        Dots dots = new Dots(frame);
        List<DescribedField> masked = dialect.describe(frame, false);
        List<DescribedField> clear = dialect.describe(frame, true);
        for (int i = 0; i < masked.size(); i++) {
            dots.look(masked.get(i), clear.get(i));
        }
        dots.hideBytes(dots.describedBytes, frame.length);
        return dots.hex.toString();
    }

    private void look(DescribedField masked, DescribedField clear) {
        int end = masked.offset() + masked.lengthBytes();
        if (!masked.value().equals(clear.value())) {
            hide(masked, clear, end);
        }
        describedBytes = Math.max(describedBytes, end);
    }

    private void hide(DescribedField masked, DescribedField clear, int end) {
        int digits = clear.value().length();
        if (masked.path().equals("F2") && digits > PAN_SHOWN_FRONT + PAN_SHOWN_BACK) {
            int from = (end - (digits + 1) / 2) * 2;
            hideDigits(from + PAN_SHOWN_FRONT, from + digits - PAN_SHOWN_BACK);
        } else {
            hideBytes(masked.offset(), end);
        }
    }

    private void hideBytes(int from, int to) {
        hideDigits(from * 2, to * 2);
    }

    private void hideDigits(int from, int to) {
        for (int i = from; i < Math.min(to, hex.length()); i++) {
            hex.setCharAt(i, DOT);
        }
    }
}
