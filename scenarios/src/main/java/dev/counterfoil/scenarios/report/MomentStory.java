package dev.counterfoil.scenarios.report;

import dev.counterfoil.adversary.ThiefEvents;
import dev.counterfoil.crypto.life.DownloadStep;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.host.HostEvents;
import dev.counterfoil.network.IssuerEvents;
import dev.counterfoil.people.PeopleEvents;
import dev.counterfoil.protocol.panel.PanelEvents;
import dev.counterfoil.reports.model.Moment;
import dev.counterfoil.reports.model.Moment.Kind;
import dev.counterfoil.scenarios.face.Money;
import dev.counterfoil.scenarios.play.PlayedScenario;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.trace.Envelope;
import dev.counterfoil.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened inside devices and under people's hands, between the messages. */
final class MomentStory {
    /** A moment without its place. */
    private record Said(Kind kind, String text, String meaning) {}

    private final List<Moment> moments = new ArrayList<>();
    private final List<WireMessage> messages;
    private final long departure;
    private int sent;

    private MomentStory(PlayedScenario played, long departure) {
        this.messages = played.evidence().messages().all();
        this.departure = departure;
    }

    /** @param departure number of the event that first left the path, 0 when none did */
    static List<Moment> of(PlayedScenario played, long departure) {
        MomentStory story = new MomentStory(played, departure);
        played.evidence().all().forEach(story::look);
        return story.moments;
    }

    private void look(Envelope at) {
        while (sent < messages.size() && messages.get(sent).event() <= at.number()) {
            sent++;
        }
        Said words = words(at.event());
        if (words != null) {
            Kind kind = at.number() == departure ? Kind.DEPARTURE : words.kind();
            moments.add(new Moment(at.timeNanos(), sent, at.actor(), kind, words.text(), words.meaning()));
        }
    }

    private static @Nullable Said words(TraceEvent event) {
        if (event instanceof PanelEvents.Printed printed) {
            return other("prints " + name(printed.slip().name()), "");
        } else if (event instanceof PanelEvents.Showed showed) {
            return other(showed.text().chinese(showed.args()), showed(showed));
        } else if (event instanceof PanelEvents.Sounded sounded) {
            return other("♪ " + name(sounded.tone().name()), "");
        } else if (event instanceof PeopleEvents.Did did) {
            return other(did.what(), did.role());
        }
        Said books = books(event);
        Said keys = books == null ? keys(event) : books;
        return keys != null ? keys : device(event);
    }

    private static @Nullable Said books(TraceEvent event) {
        if (event instanceof HostEvents.Posted e) {
            return new Said(Kind.LEDGER, "ledger +" + yuan(e.amountFen()), e.transactionKind() + " " + e.stan());
        } else if (event instanceof HostEvents.Unposted e) {
            return new Said(Kind.LEDGER, "ledger −" + yuan(e.amountFen()), "taken back by " + e.by());
        } else if (event instanceof IssuerEvents.Posted e) {
            return new Said(Kind.LEDGER, e.account() + " −" + yuan(e.amountFen()), e.transactionKind() + " booked");
        } else if (event instanceof IssuerEvents.Unposted e) {
            return new Said(Kind.LEDGER, e.account() + " +" + yuan(e.amountFen()), e.transactionKind() + " undone");
        } else if (event instanceof HostEvents.Refused e) {
            return other("refuses " + e.what(), e.why());
        }
        return null;
    }

    private static @Nullable Said keys(TraceEvent event) {
        if (event instanceof DownloadStep e) {
            return other("step " + e.number(), e.words());
        } else if (event instanceof ThiefEvents.Answered e) {
            return other("answered " + e.code(), "to " + e.messages() + " messages of his own");
        } else if (event instanceof ThiefEvents.Planted e) {
            return other("planted a key", "check value " + e.checkValue());
        }
        return null;
    }

    private static @Nullable Said device(TraceEvent event) {
        if (event instanceof TerminalEvents.StateChanged e) {
            return e.from().equals(e.to()) ? null : other("now " + e.to(), e.reason());
        } else if (event instanceof TerminalEvents.ReversalOpen e) {
            return new Said(Kind.STORE, "reversal " + e.stan() + " open", "reason " + e.reason());
        } else if (event instanceof TerminalEvents.ReversalClosed e) {
            return new Said(Kind.STORE, "reversal " + e.stan() + " closed", e.how());
        } else if (event instanceof TerminalEvents.JournalEntry e) {
            return new Said(Kind.STORE, "journal " + e.stan(), e.transaction() + " " + e.state());
        } else if (event instanceof TerminalEvents.PowerChanged e) {
            return other(e.on() ? "power on" : "power off", "");
        } else if (event instanceof TerminalEvents.LineTrouble e) {
            return other("line trouble", e.cause());
        }
        return null;
    }

    private static String showed(PanelEvents.Showed showed) {
        String text = showed.text().english(showed.args());
        return showed.cause().isEmpty() ? text : text + " (" + showed.cause() + ")";
    }

    private static String yuan(long fen) {
        return Money.yuan(fen).replace(" yuan", "");
    }

    private static Said other(String text, String meaning) {
        return new Said(Kind.OTHER, text, meaning);
    }

    private static String name(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
