/**
 * What lies behind the acquirer's host: the switch, which finds the issuer of a card, and the issuer, which knows the
 * cardholder's account.
 *
 * <p>{@link dev.counterfoil.network.Switch} routes by the first digits of the card number, holds no key and answers for
 * an issuer that is silent. {@link dev.counterfoil.network.Issuer} has an HSM of its own on a wire; what it decides is
 * in {@code IssuerDecisions} and {@code AccountBook}. The package knows ISO 8583 and host commands. It must not know
 * terminals, the acquirer's host as a device, or a PIN in clear.
 */
@NullMarked
package dev.counterfoil.network;

import org.jspecify.annotations.NullMarked;
