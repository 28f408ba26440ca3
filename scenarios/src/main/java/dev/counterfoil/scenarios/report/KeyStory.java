package dev.counterfoil.scenarios.report;

import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.OpenWires;
import dev.counterfoil.evidence.Seen;
import dev.counterfoil.reports.model.KeyLife.Ending;
import dev.counterfoil.reports.model.KeyLife.Freeze;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.Recording.KeyMark;
import dev.counterfoil.scenarios.play.PlayedScenario;
import dev.counterfoil.verb.word.KeyKind;
import dev.counterfoil.verb.word.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lives of keys, one for every key that was in some place. */
final class KeyStory {
    /** The trade's short names. */
    private static final Map<String, String> SHORT = Map.of(
            "master key", "TMK",
            "PIN key", "TPK",
            "MAC key", "TAK",
            "track key", "TDK");

    private final List<Life> lives = new ArrayList<>();
    private final List<KeyMark> marks = new ArrayList<>();
    private final Map<String, Life> open = new HashMap<>();
    private final Map<String, Seen<KeyLife>> firstSeen = new LinkedHashMap<>();
    private final KeyUses uses;

    private KeyStory(Evidence evidence) {
        this.uses = KeyUses.of(evidence);
    }

    static KeyStory of(PlayedScenario played) {
        Evidence evidence = played.evidence();
        KeyStory story = new KeyStory(evidence);
        evidence.of(KeyLife.class).stream()
                .filter(seen -> SHORT.containsKey(seen.event().key()))
                .forEach(story::look);
        played.exposures().forEach(story::mark);
        return story;
    }

    List<dev.counterfoil.reports.model.KeyLife> lives() {
        return lives.stream().map(life -> life.told(this)).toList();
    }

    List<KeyMark> marks() {
        return marks.stream()
                .sorted(Comparator.comparingLong(KeyMark::timeNanos))
                .toList();
    }

    private void look(Seen<KeyLife> seen) {
        KeyLife event = seen.event();
        String slot = seen.actor() + "/" + event.owner() + "/" + event.key();
        if (!event.checkValue().isEmpty()) {
            firstSeen.putIfAbsent(event.checkValue(), seen);
        }
        Life life = open.get(slot);
        switch (event.state()) {
            case "PENDING", "LOADED", "ACTIVE" -> open.put(slot, live(life, seen));
            case "FROZEN" -> freeze(life, seen);
            default -> {
                end(life, seen, event.state().equals("LOST") ? Ending.LOST : Ending.ERASED);
                open.remove(slot);
            }
        }
    }

    private Life live(@Nullable Life life, Seen<KeyLife> seen) {
        if (life != null && life.is(seen.event())) {
            life.thaw(seen.at().timeNanos());
            return life;
        }
        end(life, seen, Ending.REPLACED);
        Life born = new Life(seen);
        lives.add(born);
        return born;
    }

    private void freeze(@Nullable Life life, Seen<KeyLife> seen) {
        if (life != null) {
            life.freeze(seen);
            mark(seen, KeyMark.Kind.FREEZE);
        }
    }

    private void end(@Nullable Life life, Seen<KeyLife> seen, Ending ending) {
        if (life != null) {
            life.end(seen, ending);
            if (ending == Ending.LOST) {
                mark(seen, KeyMark.Kind.LOSS);
            }
        }
    }

    private void mark(Seen<KeyLife> seen, KeyMark.Kind kind) {
        mark(new KeyMark(seen.at().timeNanos(), Label.of(seen.event().reason()), kind));
    }

    private void mark(OpenWires.Exposed exposed) {
        Word.find(KeyKind.values(), exposed.secret())
                .map(key -> Label.of(key.english() + " in clear", key.chinese() + "明文"))
                .map(label -> new KeyMark(exposed.message().sentNanos(), label, KeyMark.Kind.EVENT))
                .ifPresent(this::mark);
    }

    /** Keys of one pad freeze and go together: one mark is enough. */
    private void mark(KeyMark mark) {
        if (marks.stream().noneMatch(m -> m.timeNanos() == mark.timeNanos())) {
            marks.add(mark);
        }
    }

    /** The event that ended a life, and how. */
    private record Ended(Seen<KeyLife> by, Ending how) {}

    /** One key in one place. */
    private static final class Life {
        private final Seen<KeyLife> born;
        private final List<Freeze> freezes = new ArrayList<>();
        private @Nullable Seen<KeyLife> frozen;
        private @Nullable Ended ended;

        private Life(Seen<KeyLife> born) {
            this.born = born;
        }

        private boolean is(KeyLife event) {
            return born.event().print().equals(event.print());
        }

        private void freeze(Seen<KeyLife> seen) {
            if (frozen == null) {
                frozen = seen;
            }
        }

        private void thaw(long nanos) {
            Seen<KeyLife> since = frozen;
            if (since != null) {
                freezes.add(
                        new Freeze(since.at().timeNanos(), nanos, since.event().reason()));
                frozen = null;
            }
        }

        private void end(Seen<KeyLife> seen, Ending how) {
            thaw(seen.at().timeNanos());
            ended = new Ended(seen, how);
        }

        private dev.counterfoil.reports.model.KeyLife told(KeyStory story) {
            KeyLife event = born.event();
            Ended end = ended;
            long endNanos = end == null ? 0 : end.by().at().timeNanos();
            Seen<KeyLife> first = story.firstSeen.getOrDefault(event.checkValue(), born);
            return new dev.counterfoil.reports.model.KeyLife(
                    SHORT.getOrDefault(event.key(), event.key()),
                    Word.parse(KeyKind.class, event.key()).chinese(),
                    born.actor(),
                    event.checkValue(),
                    first.actor(),
                    first.at().timeNanos(),
                    born.at().timeNanos(),
                    story.uses.of(
                            born.actor(), event.key(), born.at().timeNanos(), end == null ? Long.MAX_VALUE : endNanos),
                    freezes,
                    end == null ? Ending.IN_USE : end.how(),
                    endNanos,
                    end == null ? "" : end.by().event().reason());
        }
    }
}
