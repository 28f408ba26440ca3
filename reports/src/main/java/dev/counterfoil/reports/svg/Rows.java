package dev.counterfoil.reports.svg;

import dev.counterfoil.reports.model.Moment;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.reports.model.WireMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a sequence diagram, top to bottom: messages, boxes between them, and cuts where nothing happened. */
final class Rows {
    /** A silence at least as long is cut out. */
    static final long CUT_NANOS = 10_000_000_000L;

    private static final int MESSAGE_HEIGHT = 23;
    private static final int BOX_HEIGHT = 25;
    private static final int CUT_HEIGHT = 44;

    private final List<Row> rows = new ArrayList<>();
    private final Recording recording;
    private int y = 66;
    private int step;

    private Rows(Recording recording) {
        this.recording = recording;
        List<WireMessage> messages = recording.messages();
        boxes(0);
        for (int i = 0; i < messages.size(); i++) {
            WireMessage message = messages.get(i);
            step = message.step();
            y += MESSAGE_HEIGHT;
            rows.add(new Row(y, message.timeNanos(), step, message, null, ""));
            boxes(message.number());
            if (i + 1 < messages.size()) {
                cut(message, messages.get(i + 1));
            }
        }
    }

    static Rows of(Recording recording) {
        return new Rows(recording);
    }

    List<Row> rows() {
        return rows;
    }

    /** Where the last row ends. */
    int bottom() {
        return y + 5;
    }

    private void boxes(int afterMessage) {
        for (Moment moment : recording.moments()) {
            boolean box = moment.kind() != Moment.Kind.KEY_USE && moment.kind() != Moment.Kind.WAIT;
            if (box && moment.afterMessage() == afterMessage) {
                y += BOX_HEIGHT;
                rows.add(new Row(y, moment.timeNanos(), step, null, moment, ""));
            }
        }
    }

    private void cut(WireMessage before, WireMessage after) {
        long silence = after.timeNanos() - before.timeNanos();
        if (silence < CUT_NANOS) {
            return;
        }
        String text = recording.moments().stream()
                .filter(m -> m.kind() == Moment.Kind.WAIT && m.afterMessage() == before.number())
                .map(Moment::text)
                .findFirst()
                .orElse(dev.counterfoil.reports.markup.Words.span(silence) + " without a message");
        rows.add(new Row(y + 15, before.timeNanos(), step, null, null, text));
        y += CUT_HEIGHT;
    }

    /**
     * One row. Exactly one of message, box and cut is there.
     *
     * @param y the height of the arrow, of the box's lower edge, or of the cut's upper line
     * @param timeNanos when
     * @param step the step it belongs to, 0 when none
     * @param message the message of an arrow
     * @param box what happened inside an actor
     * @param cut the text of a cut, else empty
     */
    record Row(
            int y,
            long timeNanos,
            int step,
            @Nullable WireMessage message,
            @Nullable Moment box,
            String cut) {}
}
