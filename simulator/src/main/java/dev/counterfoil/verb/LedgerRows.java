package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.MerchantRef;

/** Steps about the ledger and settlement. */
final class LedgerRows {
    static final Section LEDGER_AND_SETTLEMENT = Section.of(
            "Ledger and settlement",
            "账簿与结算",
            row(
                    "Settle",
                    ACT,
                    "{person} settles",
                    "{person}结算",
                    (s, a) -> s.people().settle(a.person(0))),
            row(
                    "CheckPosted",
                    CHECK,
                    "the host has posted {transaction} {times}",
                    "主机对{transaction}入账{times}",
                    (s, a) -> s.backOffice().hostPosted(a.transaction(0), a.number(1))),
            row(
                    "CheckPostedNet",
                    CHECK,
                    "the ledger owes {merchant} {money}",
                    "账簿应付{merchant}{money}",
                    (s, a) -> s.backOffice().owes(a.at(0, MerchantRef.class), a.money(1))),
            row(
                    "CheckTotalsAgree",
                    CHECK,
                    "{terminal} and the host agree on the totals",
                    "{terminal}与主机总计相符",
                    (s, a) -> s.backOffice().totalsAgree(a.terminal(0))));

    private LedgerRows() {}
}
