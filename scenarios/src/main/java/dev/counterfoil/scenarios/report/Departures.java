package dev.counterfoil.scenarios.report;

import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.host.HostEvents;
import dev.counterfoil.hsm.HsmEvents;
import dev.counterfoil.reports.model.FailureDetail.Departure;
import dev.counterfoil.scenarios.play.PlayedScenario;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.trace.Envelope;
import dev.counterfoil.trace.TraceEvent;
import dev.counterfoil.wire.WireEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What left the path before a failure: faults that struck, what devices refused, gave up or lost. A fault is what the
 * scenario asked for; the first departure is the first thing after it that nobody asked for.
 */
final class Departures {
    private static final int MOST = 8;

    private record Off(Envelope at, String text, boolean intended) {}

    private final List<Off> found = new ArrayList<>();
    private final PlayedScenario played;

    private Departures(PlayedScenario played) {
        this.played = played;
    }

    /** Those up to an event, the latest few of them. */
    static Departures before(PlayedScenario played, long event) {
        Departures departures = new Departures(played);
        played.evidence().all().stream().filter(at -> at.number() <= event).forEach(departures::look);
        return departures;
    }

    /** Number of the event that departed first, 0 when none did. */
    long first() {
        return unintended().map(off -> off.at().number()).orElse(0L);
    }

    List<Departure> told() {
        long first = first();
        return found.stream()
                .skip(Math.max(0, found.size() - MOST))
                .map(off -> new Departure(
                        off.at().timeNanos(),
                        off.text(),
                        messageOf(off.at()),
                        off.at().number() == first))
                .toList();
    }

    private Optional<Off> unintended() {
        return found.stream()
                .skip(Math.max(0, found.size() - MOST))
                .filter(off -> !off.intended())
                .findFirst();
    }

    private int messageOf(Envelope at) {
        if (!(at.event() instanceof WireEvents.Struck struck)) {
            return 0;
        }
        return played.evidence().messages().on(at.actor()).stream()
                .filter(m -> struck.fault().equals(m.fault()) && m.event() < at.number() + 1)
                .reduce((one, other) -> other)
                .map(WireMessage::number)
                .orElse(0);
    }

    private void look(Envelope at) {
        TraceEvent event = at.event();
        if (event instanceof WireEvents.Struck struck) {
            found.add(new Off(at, "A fault strikes on the " + at.actor() + ": " + struck.fault() + ".", true));
            return;
        }
        String text = text(at.actor(), event);
        if (text != null) {
            found.add(new Off(at, text, false));
        }
    }

    private static @Nullable String text(String who, TraceEvent event) {
        if (event instanceof HostEvents.Refused e) {
            return "The host refuses " + e.what() + (e.terminal().isEmpty() ? "" : " of " + e.terminal()) + ": "
                    + e.why() + ".";
        } else if (event instanceof TerminalEvents.LineTrouble e) {
            return who + " has trouble on its line: " + e.cause() + ".";
        } else if (event instanceof TerminalEvents.ReversalOpen e) {
            boolean routine = e.tries() == 0 && !e.recovered();
            return routine ? null : who + " still has reversal " + e.stan() + ", reason " + e.reason() + ".";
        } else if (event instanceof HsmEvents.Executed e) {
            return e.error().equals("00")
                    ? null
                    : "The " + who + " answers " + e.command() + " with error " + e.error() + ".";
        } else if (event instanceof KeyLife e) {
            boolean gone = e.state().equals("LOST") || e.state().equals("FROZEN");
            return gone ? "The " + e.key() + " of " + e.owner() + " is " + e.state() + ": " + e.reason() + "." : null;
        } else if (event instanceof TerminalEvents.Ended e && !e.verdict().equals("approved")) {
            return "A transaction of " + who + " ends " + (e.verdict() + " " + e.code()).strip() + ".";
        }
        return null;
    }
}
