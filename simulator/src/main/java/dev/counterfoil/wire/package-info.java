/**
 * The line between two devices as an actor: it carries chunks of bytes and connection events, late, damaged or not at
 * all.
 *
 * <p>A wire has two ends, a delay profile, a class (open, enclosed, ceremony), and faults that strike by predicate on
 * whole messages. {@link dev.counterfoil.wire.Port} is the SPI of a real far end. The package knows bytes and how to
 * split them into messages, never what a message means; it knows no device.
 */
package dev.counterfoil.wire;
