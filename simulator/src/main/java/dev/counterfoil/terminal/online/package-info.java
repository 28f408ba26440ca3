/**
 * The stages of a master key download under the host's public key.
 *
 * <p>The terminal carries messages between host and pad: it sees the public key, cipher texts and check values, and no
 * key. Whether a public key is the host's is for the pad to say. The package knows nothing of cards and trade.
 */
@NullMarked
package dev.counterfoil.terminal.online;

import org.jspecify.annotations.NullMarked;
