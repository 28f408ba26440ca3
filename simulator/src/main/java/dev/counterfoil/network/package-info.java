/**
 * Behind the acquirer: the switch and the issuers.
 *
 * <p>The switch carries requests from the acquirer to the issuer of a card and answers by itself when that issuer cannot
 * be reached. An issuer knows its accounts and books on them. The package knows ISO 8583, host commands and wires. It
 * must not know a terminal, the acquirer's host or an HSM as a device, nor any zone key in clear: the keys of a zone are
 * at its two ends.
 */
package dev.counterfoil.network;
