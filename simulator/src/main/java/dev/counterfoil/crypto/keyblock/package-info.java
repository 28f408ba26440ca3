/**
 * Key blocks: a key that travels or lies under another one together with what it may be used for, so that neither can
 * be changed without the other.
 *
 * <p>Versions A to D of TR-31 and X9.143, E of ISO 20038, and the key blocks 0 and 1 of payShield HSMs, which differ in
 * a few columns of one table only. A block that does not follow its format is {@code Malformed}, which names the first
 * bad field; one whose code is wrong is an answer and gives no key. Whether a usage, a mode or an exportability permits
 * something is the policy of whoever opens the block. This package knows the ciphers and codes of {@code crypto}; it
 * knows no device and draws nothing at random: padding comes from the caller's stream.
 *
 * <p>Sources: ASC X9 TR-31:2018, ANSI X9.143:2021, ISO 20038:2017; for payShield blocks the published examples of the
 * vendor and of independent implementations.
 */
package dev.counterfoil.crypto.keyblock;
