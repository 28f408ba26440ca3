/**
 * What a message looks like to a reader: its name, its meaning, its bytes and fields.
 *
 * <p>Secrets end here. What a description masks is dotted out of the bytes, what nobody could decode is hidden as a
 * whole, and a wire inside a tamper boundary shows no bytes at all. The package knows the protocols and the evidence's
 * messages, and nothing of a scenario or of how a report shows what it tells.
 */
package dev.counterfoil.scenarios.face;
