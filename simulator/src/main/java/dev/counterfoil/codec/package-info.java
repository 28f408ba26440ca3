/**
 * Bytes and the notations of the trade: upper-case hex, packed decimal (BCD), BER-TLV and frame checksums.
 *
 * <p>Everything here is a pure function of its arguments and keeps no state. Every parser of the simulator reports bad
 * input with one exception, {@link dev.counterfoil.codec.Malformed}, which names the path, the offset, what was
 * expected and what was found. The package knows no message, no key and no device. It uses nothing but the JDK.
 */
package dev.counterfoil.codec;
