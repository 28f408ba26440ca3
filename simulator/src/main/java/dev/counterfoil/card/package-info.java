/**
 * Cards: the operation manager's chip card and the cardholder's stripe card.
 *
 * <p>A card is put into a slot or drawn through a reader by a hand, and then answers what the wire brings. What it holds
 * survives without power. The package knows what a card knows, its password and its key included; it does not know
 * whose slot it is in.
 */
package dev.counterfoil.card;
