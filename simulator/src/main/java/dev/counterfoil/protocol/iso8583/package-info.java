/**
 * ISO 8583 as terminals and hosts of Chinese card acquiring speak it.
 *
 * <p>Knows messages, dialects and their tables: fields, subfields, tags, message types, response codes, transaction
 * keys, the messages of a key download. A dialect is data: one literal table of fields and a set of switches. What
 * unpacks packs back to the same bytes. The package knows no key, no socket, no device and no business rule beyond the
 * tables; whoever computes a MAC takes the bytes from here and brings the key. The format is that of the published
 * descriptions and dumps of the POS dialect of ISO 8583:1987; the specification itself (Q/CUP 009) is not public.
 */
package dev.counterfoil.protocol.iso8583;
