/**
 * What happened, as one stream of immutable events.
 *
 * <p>The package owns the envelope (number, virtual time, actor, event), the stream and the canonical digest. Each room
 * declares its own event records. Listeners (reports, checks, invariants, captures) read the stream; actors never know
 * them. It knows no other room.
 */
package dev.counterfoil.trace;
