package dev.counterfoil.evidence;

/**
 * An invariant that does not hold.
 *
 * @param invariant English name
 * @param sentence what is wrong, for the report
 * @param terminal whose transaction broke it, or empty
 * @param stan trace number of that transaction, or empty
 * @param event number of the event that shows it, or 0
 */
public record Finding(String invariant, String sentence, String terminal, String stan, long event) {
    /** Whether this transaction is to blame. */
    public boolean by(String itsTerminal, String itsStan) {
        return terminal.equals(itsTerminal) && stan.equals(itsStan);
    }
}
