package dev.counterfoil.people;

import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.protocol.panel.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One task being done: what the hands do next, and whether it is over. */
final class Doing {
    /** A person who is asked the same for the fourth time cancels. */
    private static final int MOST_ANSWERS = 3;

    private final Task task;
    private final Deque<Act> todo;
    private final Map<Text, Integer> answers = new EnumMap<>(Text.class);
    private @Nullable Text answering;
    private @Nullable String over;
    private boolean opened;

    Doing(Task task) {
        this.task = task;
        this.todo = new ArrayDeque<>(task.opening());
        opened();
    }

    /** What is to be done next; null when there is nothing now. */
    @Nullable
    Act next() {
        return todo.peek();
    }

    /** The act that {@link #next} gave has been done. */
    void done() {
        todo.poll();
        opened();
    }

    /** Whether the opening acts are done. */
    boolean isOpened() {
        return opened;
    }

    /** How the task has ended, or null while it goes on. */
    @Nullable
    String over() {
        return over;
    }

    /** A device shows something. */
    void saw(Device device, Text text) {
        boolean terminal = device == Device.TERMINAL;
        boolean settled = text.nature() == Text.Nature.IDLE || text.nature() == Text.Nature.RESULT;
        if (opened && terminal && settled) {
            todo.clear();
            answering = null;
        }
        if (answering == text && !todo.isEmpty()) {
            return;
        }
        boolean answered = react(device, text);
        if (opened && over == null) {
            over = end(terminal && text.nature() == Text.Nature.IDLE, text.nature() == Text.Nature.PROMPT && !answered);
        }
    }

    /** The terminal is dark. */
    void sawDark() {
        over = "dark";
    }

    /** The person will not wait any longer. */
    void giveUp() {
        over = "gave up";
    }

    private void opened() {
        if (todo.isEmpty() && !opened) {
            opened = true;
            if (task.end() == TaskEnd.DONE) {
                over = "done";
            }
        }
    }

    private boolean react(Device device, Text text) {
        Reaction reaction = task.reactions().get(text);
        if (reaction == null || reaction.at() != device) {
            return false;
        }
        boolean enough = answers.merge(text, 1, Integer::sum) > MOST_ANSWERS;
        List<Act> acts = enough
                ? Act.press(device, PanelMessage.Key.CANCEL)
                : reaction.acts().get();
        todo.addAll(acts);
        answering = text;
        return !acts.isEmpty();
    }

    private @Nullable String end(boolean idle, boolean unanswered) {
        return switch (task.end()) {
            case AT_REST -> idle ? "at rest" : null;
            case ASKED -> idle ? "at rest" : unanswered ? "asked" : null;
            case NEXT_DISPLAY -> todo.isEmpty() ? "next display" : null;
            case DONE -> null;
        };
    }
}
