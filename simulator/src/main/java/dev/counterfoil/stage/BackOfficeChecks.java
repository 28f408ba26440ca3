package dev.counterfoil.stage;

import dev.counterfoil.evidence.Finding;
import dev.counterfoil.evidence.Seen;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.host.HostEvents;
import dev.counterfoil.hsm.HsmEvents;
import dev.counterfoil.network.IssuerEvents;
import dev.counterfoil.verb.ref.CardRef;
import dev.counterfoil.verb.ref.MerchantRef;
import dev.counterfoil.verb.ref.Money;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.TransactionRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks of host, HSM and issuer: ledgers, totals, commands. */
public final class BackOfficeChecks {
    private static final String HSM = "HSM";
    private static final String TRANSLATE_PIN = "CA";

    private final Stage stage;

    BackOfficeChecks(Stage stage) {
        this.stage = stage;
    }

    public void hostPosted(TransactionRef ref, int times) {
        stage.expect(
                "the host posts " + ref.english() + " " + times + " times",
                () -> stage.transaction(ref)
                        .map(t -> Books.net(stage.evidence(), t))
                        .map(posted -> Look.at(posted == times, posted + " times"))
                        .orElseGet(() -> Look.nothing("there is no such transaction")));
    }

    public void issuerPosted(TransactionRef ref, int times) {
        stage.expect(
                "the issuer posts " + ref.english() + " " + times + " times",
                () -> stage.transaction(ref)
                        .map(this::netAtIssuer)
                        .map(posted -> Look.at(posted == times, posted + " times"))
                        .orElseGet(() -> Look.nothing("there is no such transaction")));
    }

    /** Bookings at the issuer between this transaction's beginning and the next one's, less those taken back. */
    private int netAtIssuer(Transaction transaction) {
        List<Transaction> all = stage.evidence().transactions().all();
        int next = all.indexOf(transaction) + 1;
        long until = next < all.size() ? all.get(next).beganEvent() : Long.MAX_VALUE;
        List<IssuerEvents.Posted> posted = stage.evidence().of(IssuerEvents.Posted.class).stream()
                .filter(e -> e.number() > transaction.beganEvent() && e.number() < until)
                .filter(e -> e.event().amountFen() == transaction.amountFen())
                .map(Seen::event)
                .toList();
        long taken = stage.evidence().of(IssuerEvents.Unposted.class).stream()
                .filter(e ->
                        posted.stream().anyMatch(p -> p.rrn().equals(e.event().rrn())))
                .count();
        return posted.size() - (int) taken;
    }

    public void balance(CardRef card, Money money) {
        stage.expect("a balance of " + money.english(), () -> {
            Optional<Seen<IssuerEvents.Balance>> last = stage.evidence()
                    .last(IssuerEvents.Balance.class, e -> e.event().account().equals(card.english()));
            long fen = last.map(e -> e.event().amountFen())
                    .orElseGet(() -> stage.world().plan().card(card.name()).balanceFen());
            return new Look(
                    fen == money.fen(), yuan(fen), last.map(Seen::number).orElse(0L), 0);
        });
    }

    private static String yuan(long fen) {
        return new Money(fen).english();
    }

    /** Open balance of a merchant before fees. */
    public void owes(MerchantRef merchant, Money money) {
        String account = stage.names().merchantAccount(merchant);
        stage.expect("owed " + money.english(), () -> {
            long fen = owed(account);
            return Look.at(fen == money.fen(), yuan(fen));
        });
    }

    private long owed(String account) {
        return stage.evidence().of(HostEvents.LedgerEntry.class).stream()
                .mapToLong(e -> e.event().credit().equals(account)
                        ? e.event().amountFen()
                        : e.event().debit().equals(account) ? -e.event().amountFen() : 0)
                .sum();
    }

    /** What the merchant's own terminals have sold, less what the ledger owes; the findings must say the same. */
    public void lost(MerchantRef merchant, Money money) {
        String account = stage.names().merchantAccount(merchant);
        stage.expect("a loss of " + money.english() + ", in the ledger and in the findings", () -> {
            Set<String> own = stage.names().terminalsOf(merchant);
            long sold = Books.sold(stage.evidence(), own);
            long owed = owed(account);
            long found = stage.world().findings().stream()
                    .filter(f -> own.contains(f.loser()))
                    .mapToLong(Finding::lossFen)
                    .sum();
            String came =
                    "sold for " + yuan(sold) + ", owed " + yuan(owed) + ", lost " + yuan(found) + " by the findings";
            return Look.at(sold - owed == money.fen() && found == money.fen(), came);
        });
    }

    public void totalsAgree(TerminalRef terminal) {
        stage.expect(
                "agreeing totals",
                () -> stage.evidence()
                        .last(
                                HostEvents.TotalsCompared.class,
                                e -> e.event().terminal().equals(terminal.name()))
                        .map(e -> Look.at(
                                e.event().agree(),
                                "a difference of " + yuan(e.event().differenceFen()),
                                e))
                        .orElseGet(() -> Look.nothing("no totals compared")));
    }

    public void hsmReceived(String command, int times) {
        stage.expectCount(
                "the HSM receives " + command,
                times,
                () -> stage.evidence().of(HsmEvents.Executed.class, HSM).stream()
                        .filter(e -> e.event().command().equals(command))
                        .map(Seen::number)
                        .toList());
    }

    public void hsmIdleFor(TerminalRef terminal) {
        Optional<Seen<HostEvents.HsmAsked>> asked = stage.evidence()
                .last(
                        HostEvents.HsmAsked.class,
                        e -> e.number() > stage.windowStart()
                                && e.event().terminal().equals(terminal.name()));
        stage.expectNow(
                "nothing for " + terminal.name() + " at the HSM",
                asked.map(e -> Look.at(false, "command " + e.event().command(), e))
                        .orElse(Look.at(true, "nothing")));
    }

    public void pinTranslated(TransactionRef ref) {
        stage.expect(
                "the PIN of " + ref.english() + " translated in the HSM",
                () -> stage.transaction(ref)
                        .flatMap(t -> stage.evidence()
                                .last(
                                        HsmEvents.Executed.class,
                                        e -> e.number() > t.beganEvent()
                                                && e.actor().equals(HSM)
                                                && e.event().command().equals(TRANSLATE_PIN)))
                        .map(e -> Look.at(
                                e.event().error().equals("00"),
                                String.format(Locale.ROOT, "error %s", e.event().error()),
                                e))
                        .orElseGet(() -> Look.nothing("no such command")));
    }
}
