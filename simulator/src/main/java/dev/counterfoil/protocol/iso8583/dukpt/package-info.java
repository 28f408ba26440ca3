/**
 * Where a message of a terminal under DUKPT has what the dialect gives no place to: the key serial number and the long
 * PIN block of AES. It knows messages and the switches of a dialect; it knows no key.
 */
@NullMarked
package dev.counterfoil.protocol.iso8583.dukpt;

import org.jspecify.annotations.NullMarked;
