/**
 * Where a message has what the dialect's field table gives no place to: the key serial number of DUKPT, and a PIN block
 * of 16 bytes, of AES or SM4. It knows messages and the switches of a dialect; it knows no key.
 */
@NullMarked
package dev.counterfoil.protocol.iso8583.keys;

import org.jspecify.annotations.NullMarked;
