/**
 * All that touches the world outside: serial lines (jSSC), sockets, pseudo-terminals.
 *
 * <p>Each transport is a {@link dev.counterfoil.wire.Port}; {@link dev.counterfoil.bridge.Transports} finds one by the
 * scheme of its address. Every port reads on a thread of its own and hands what it hears to its listener. The package
 * knows nothing of what the bytes mean.
 */
package dev.counterfoil.bridge;
