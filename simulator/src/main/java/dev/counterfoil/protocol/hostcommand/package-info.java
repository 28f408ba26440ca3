/**
 * The host commands that an acquirer's host and its HSM exchange: framing, byte layouts and error codes.
 *
 * <p>The layouts follow the payShield host command set as public client codecs and simulators document it; commands
 * {@code U0} to {@code UC} are this product's own and are specified in {@code docs/reference/hsm-extensions.md}. One
 * literal table of layouts serves both ends: the host builds a request and reads an answer with it, the HSM reads the
 * request and builds the answer. The package knows lengths, character sets and the order of fields. It knows no keys,
 * ciphers, sockets or actors, and decides nothing.
 */
@NullMarked
package dev.counterfoil.protocol.hostcommand;

import org.jspecify.annotations.NullMarked;
