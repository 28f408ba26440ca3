/**
 * The host's desk for a master key download under a public key, F60.3 352, 350 and 351.
 *
 * <p>What it decides is in {@link dev.counterfoil.host.online.OnlineDesk}; what it needs of the host, for one message
 * at a time, is {@link dev.counterfoil.host.online.OnlineDesk.Call}. It sees cryptograms only: the private key is in
 * the HSM.
 */
@NullMarked
package dev.counterfoil.host.online;

import org.jspecify.annotations.NullMarked;
