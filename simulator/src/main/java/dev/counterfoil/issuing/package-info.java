/**
 * The card issuer: a machine that makes a manager card of a blank one. It has a card slot, a link to the HSM and a link
 * to the registry of manager cards.
 *
 * <p>{@link dev.counterfoil.issuing.Personalisation} decides what comes next, the actor beside it carries it out. The
 * package knows APDUs, HSM commands and the registry's frames; it never has a card key or a transport key, and it knows
 * no card, no HSM and no host.
 */
@NullMarked
package dev.counterfoil.issuing;

import org.jspecify.annotations.NullMarked;
