package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about the ledger and settlement. */
final class LedgerRows {
    static final Section LEDGER_AND_SETTLEMENT = Section.of(
            "Ledger and settlement",
            "账簿与结算",
            row("Settle", ACT, "{person} settles", "{person}结算"),
            row("CheckPosted", CHECK, "the host has posted {transaction} {times}", "主机对{transaction}入账{times}"),
            row("CheckPostedNet", CHECK, "the ledger owes {merchant} {money}", "账簿应付{merchant}{money}"),
            row("CheckTotalsAgree", CHECK, "{terminal} and the host agree on the totals", "{terminal}与主机总计相符"));

    private LedgerRows() {}
}
