package dev.counterfoil.reports.model;

/**
 * What fixes a run to the byte: product, seed and estate, and the digest that proves it.
 *
 * @param productVersion version of the product, such as {@code 1.4.0}
 * @param commit short hash of the source, {@code unknown} where it was not built from a checkout
 * @param treeClean whether the working tree had no change beside the commit
 * @param dialect name of the ISO 8583 dialect
 * @param seed the run's seed
 * @param estate file name of the estate, no directory
 * @param digestHex SHA-256 of the trace of all virtual scenarios, 64 lower-case hex digits
 * @param command the command line that runs all of it again
 */
public record RunIdentity(
        String productVersion,
        String commit,
        boolean treeClean,
        String dialect,
        long seed,
        String estate,
        String digestHex,
        String command) {
    /** @throws IllegalArgumentException if the digest is not 64 lower-case hex digits */
    public RunIdentity {
        if (!digestHex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("digest is 64 lower-case hex digits, not \"" + digestHex + "\"");
        }
    }
}
