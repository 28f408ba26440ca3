/**
 * The messages by which a terminal fetches its master key under a public key of its host, without a card and without a
 * visit: F60.3 352, 350 and 351, and the tags of their F62.
 *
 * <p>352 and 350 follow a published terminal; 351, the layout of the delivery and everything of a hardened download are
 * Counterfoil's own. The package knows bytes and their names; it knows no key and no device.
 */
@NullMarked
package dev.counterfoil.protocol.iso8583.online;

import org.jspecify.annotations.NullMarked;
