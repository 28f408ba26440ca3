/**
 * Between a card and what reads it: contacts and stripe.
 *
 * <p>Contacts carry a reset byte, the answer to reset (ISO 7816-3 clause 8) and T=1 blocks (clause 11) that hold one APDU
 * each (ISO 7816-4). {@link dev.counterfoil.protocol.apdu.ManagerApplication} is the command set of the operation
 * manager's card, documented with byte tables in {@code docs/reference/manager-card.md}. {@link
 * dev.counterfoil.protocol.apdu.Stripe} is what a stripe reader sends. The package knows bytes; it knows no card, no
 * reader and no key.
 */
package dev.counterfoil.protocol.apdu;
