package dev.counterfoil.reports.model;

/**
 * One step.
 *
 * @param keyword {@code Given}, {@code When}, {@code 假如}, ...
 * @param text the step's words without its keyword
 * @param status how it ended
 * @param expected what a failed check expected, else empty
 * @param came what came instead, else empty
 * @param note a remark in a few words: how long it took, a fault struck, what is the same; may be empty
 * @param messageNumber number of the message it speaks of, 0 when there is none
 */
public record StepReport(
        String keyword, String text, Verdict status, String expected, String came, String note, int messageNumber) {
    /** A step that asks for no comparison. */
    public static StepReport of(String keyword, String text, Verdict status) {
        return new StepReport(keyword, text, status, "", "", "", 0);
    }
}
