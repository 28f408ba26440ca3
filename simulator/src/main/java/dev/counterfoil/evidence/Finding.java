package dev.counterfoil.evidence;

/**
 * An invariant that does not hold.
 *
 * @param invariant English name
 * @param sentence what is wrong, for the report
 * @param terminal whose transaction broke it, or empty
 * @param stan trace number of that transaction, or empty
 * @param event number of the event that shows it, or 0
 * @param loser terminal whose merchant has lost money by it, or empty
 * @param lossFen how much, in fen; 0 when nobody has lost any
 */
public record Finding(
        String invariant, String sentence, String terminal, String stan, long event, String loser, long lossFen) {
    /** A finding by which no merchant has lost money. */
    Finding(String invariant, String sentence, String terminal, String stan, long event) {
        this(invariant, sentence, terminal, stan, event, "", 0);
    }

    /** The same, with what the merchant of a terminal has lost by it. */
    Finding costing(String itsLoser, long fen) {
        return new Finding(invariant, sentence, terminal, stan, event, itsLoser, fen);
    }

    /** Whether this transaction is to blame. */
    public boolean by(String itsTerminal, String itsStan) {
        return terminal.equals(itsTerminal) && stan.equals(itsStan);
    }
}
