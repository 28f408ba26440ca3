/**
 * The checksummed framing of a dial-up line, and the decisions of one end of it.
 *
 * <p>The framing is Counterfoil's own: it stands where a modem's error correction does. A frame that noise has harmed
 * fails its checksum and is sent again, one at a time, a given number of times. The package knows bytes, tries and
 * timers by name only; it knows no clock, no wire and nothing of what it carries.
 *
 * <pre>
 * data   02 | sequence 1 | length 2, big-endian | payload | CRC-16/CCITT 2, big-endian
 * ACK    06 | sequence 1 | CRC 2
 * NAK    15 | sequence 1 | CRC 2
 * </pre>
 *
 * The CRC covers all bytes before it, the first one included. ACK names the sequence it accepts; NAK the one that is
 * awaited.
 */
package dev.counterfoil.protocol.link;
