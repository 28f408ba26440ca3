/**
 * Commands about private keys that stay in the HSM: a public key comes out, and a new master key for a terminal goes
 * out under a transport key that came in under that public key.
 *
 * <p>The transport key is in clear for one command only and is not answered. The package knows the fields of commands
 * and ciphers; it knows neither LMK nor frames.
 */
@NullMarked
package dev.counterfoil.hsm.online;

import org.jspecify.annotations.NullMarked;
