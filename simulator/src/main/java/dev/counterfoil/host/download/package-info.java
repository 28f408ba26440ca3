/**
 * How a host gives a terminal its master key, whichever way the key comes down: what the downloads with a manager card
 * and under a public key have in common, and the desk of the latter.
 *
 * <p>{@link dev.counterfoil.host.download.KeyDelivery} makes a key pending, once for each download, and puts it in
 * place when its terminal has it; {@link dev.counterfoil.host.download.Sessions} remembers downloads under way. What
 * they need of the host, for one message at a time, is {@link dev.counterfoil.host.download.Call}. The package sees
 * cryptograms only: keys are in the HSM. It must not know manager cards' keys, books or lines.
 */
@NullMarked
package dev.counterfoil.host.download;

import org.jspecify.annotations.NullMarked;
