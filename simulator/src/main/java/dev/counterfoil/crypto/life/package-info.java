/**
 * What the trace is told of keys: their births, states and ends, by check value and fingerprint.
 *
 * <p>Whoever holds keys (a pad, the host, an HSM) tells these events. They never hold a value. The package knows the
 * trace and nothing of ciphers.
 */
package dev.counterfoil.crypto.life;
