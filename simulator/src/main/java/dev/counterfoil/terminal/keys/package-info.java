/**
 * The stages that bring keys: sign-in, the download of the master key with an operation manager's card, re-activation.
 *
 * <p>Keys pass through here only as cryptograms: the pad unwraps, compares and stores them. The download follows
 * embodiment 1 or 2 of CN105978856A, in its literal or a hardened form. The package knows nothing of trade.
 */
package dev.counterfoil.terminal.keys;
