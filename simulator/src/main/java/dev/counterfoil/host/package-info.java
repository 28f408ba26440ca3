/**
 * The acquirer's host: it knows its terminals, merchants and manager cards, serves them their keys, sends their
 * transactions to the switch and keeps the books.
 *
 * <p>{@link dev.counterfoil.host.Host} is the actor; what it decides is in desks, plain classes that act through
 * {@code Effects}. Terminal table, registry of manager cards, work orders, journal and ledger are records of a {@code
 * Store} and survive a power cut. Keys are here only as cryptograms under the HSM's LMK: MACs, PINs and tracks are the
 * HSM's work, asked for over a wire. The package knows ISO 8583 and host commands. It must not know terminals, HSM or
 * issuer as devices, nor any clear key.
 */
@NullMarked
package dev.counterfoil.host;

import org.jspecify.annotations.NullMarked;
