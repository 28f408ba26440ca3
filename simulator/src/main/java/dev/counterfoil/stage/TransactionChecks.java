package dev.counterfoil.stage;

import dev.counterfoil.evidence.Seen;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.host.HostEvents;
import dev.counterfoil.people.PeopleEvents;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.trace.TraceEvent;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.TransactionRef;
import dev.counterfoil.verb.ref.Verdict;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** Checks of transactions, sign-ins and reversals as the terminal saw them. */
public final class TransactionChecks {
    private final Stage stage;

    TransactionChecks(Stage stage) {
        this.stage = stage;
    }

    public void verdict(TransactionRef ref, Verdict verdict) {
        String wanted = verdict.english();
        stage.expect(
                ref.english() + " " + wanted,
                () -> stage.transaction(ref)
                        .map(t -> {
                            String came = verdictOf(t);
                            return new Look(came.equals(wanted), came, t.endedEvent(), answerTo(t));
                        })
                        .orElseGet(() -> Look.nothing("no " + ref.kind().english() + " so far")));
    }

    private int answerTo(Transaction transaction) {
        return stage.evidence().messages().onLineOf(transaction.terminal()).stream()
                .filter(m -> m.event() > transaction.beganEvent() && m.event() <= transaction.endedEvent())
                .reduce((first, second) -> second)
                .map(m -> m.number())
                .orElse(0);
    }

    private static String verdictOf(Transaction transaction) {
        String verdict = transaction.verdict();
        if (verdict == null) {
            return "not ended";
        } else if (verdict.equals("declined")) {
            return "declined with " + transaction.code();
        }
        return verdict.equals("refused") ? Verdict.Ending.REFUSED.english() : verdict;
    }

    public void tookAtMost(TransactionRef ref, long nanos) {
        stage.expect(
                ref.english() + " within " + seconds(nanos),
                () -> stage.transaction(ref)
                        .filter(t -> t.verdict() != null)
                        .map(t -> {
                            long took = t.endedNanos() - lastKeyBefore(t);
                            return new Look(took <= nanos, seconds(took), t.endedEvent(), 0);
                        })
                        .orElseGet(() -> Look.nothing("not ended")));
    }

    private long lastKeyBefore(Transaction transaction) {
        return stage.evidence()
                .last(PeopleEvents.Did.class, did -> did.number() < transaction.endedEvent())
                .map(did -> did.at().timeNanos())
                .orElse(transaction.beganNanos());
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }

    public void signedInByItself(TerminalRef terminal) {
        stage.expect(
                terminal.name() + " signed in by itself",
                () -> stage.evidence().transactions().all().stream()
                        .filter(t ->
                                t.terminal().equals(terminal.name()) && t.kind().equals("sign-in") && t.byItself())
                        .reduce((first, second) -> second)
                        .map(t -> new Look("approved".equals(t.verdict()), verdictOf(t), t.endedEvent(), 0))
                        .orElseGet(() -> Look.nothing("no sign-in without a key pressed")));
    }

    /** A clock without seconds means that minute. */
    public void signInLogged(TerminalRef terminal, LocalTime time) {
        String clock = time.toString();
        stage.expect(
                "sign-in of " + terminal.name() + " logged at " + clock,
                () -> stage.evidence()
                        .last(
                                HostEvents.SignInLogged.class,
                                e -> e.event().terminal().equals(terminal.name()))
                        .map(e -> Look.at(
                                e.event().localTime().startsWith(clock),
                                e.event().localTime(),
                                e))
                        .orElseGet(() -> Look.nothing("no sign-in logged")));
    }

    public void reversalOpen(TerminalRef terminal, String reason) {
        stage.expect(
                "an open reversal with reason " + reason,
                () -> openReversal(terminal.name())
                        .map(open -> Look.at(
                                open.event().reason().equals(reason),
                                "reason " + open.event().reason(),
                                open))
                        .orElseGet(() -> Look.nothing("no reversal record")));
    }

    public void noReversal(TerminalRef terminal) {
        stage.expect(
                "no reversal record",
                () -> openReversal(terminal.name())
                        .map(open -> Look.at(
                                false,
                                "reversal of " + open.event().stan() + " open with reason "
                                        + open.event().reason(),
                                open))
                        .orElseGet(() -> Look.at(true, "none")));
    }

    private Optional<Seen<TerminalEvents.ReversalOpen>> openReversal(String terminal) {
        long closed = lastNumber(TerminalEvents.ReversalClosed.class, terminal);
        return stage.evidence()
                .last(TerminalEvents.ReversalOpen.class, e -> e.actor().equals(terminal))
                .filter(open -> open.number() > closed);
    }

    private <E extends TraceEvent> long lastNumber(Class<E> type, String actor) {
        return stage.evidence()
                .last(type, e -> e.actor().equals(actor))
                .map(Seen::number)
                .orElse(0L);
    }

    /** Amount and state of a transaction in the terminal's journal and in the host's ledger. */
    public void agree(TerminalRef terminal, TransactionRef ref) {
        stage.expect(
                terminal.name() + " and the host agree on " + ref.english(),
                () -> stage.transaction(ref)
                        .map(t -> {
                            String mine = inJournal(t);
                            String theirs = inLedger(t);
                            return new Look(
                                    mine.equals(theirs), "terminal: " + mine + "; host: " + theirs, t.endedEvent(), 0);
                        })
                        .orElseGet(() -> Look.nothing("no such transaction")));
    }

    private String inJournal(Transaction transaction) {
        return stage.evidence()
                .last(
                        TerminalEvents.JournalEntry.class,
                        e -> e.actor().equals(transaction.terminal())
                                && e.event().stan().equals(transaction.stan()))
                .filter(e -> e.event().state().equals("approved"))
                .map(e -> e.event().amountFen() + " fen booked")
                .orElse("nothing booked");
    }

    private String inLedger(Transaction transaction) {
        Seen<HostEvents.Posted> posted = stage.evidence()
                .last(HostEvents.Posted.class, e -> Books.same(e.event(), transaction))
                .orElse(null);
        return posted == null || Books.net(stage.evidence(), transaction) == 0
                ? "nothing booked"
                : posted.event().amountFen() + " fen booked";
    }
}
