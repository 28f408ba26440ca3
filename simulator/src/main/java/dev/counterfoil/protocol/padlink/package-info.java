/**
 * The cable between a terminal and its PIN pad, where both its ends meet.
 *
 * <p>Frames and the first nine command groups follow the SZZT ZT598 encrypting PIN pad as a public source file shows it;
 * field widths that it leaves open are ours. Commands whose code begins with {@code X}, and notices (B0 to BF), are
 * extensions of ours, documented with byte tables in {@code docs/reference/pad-extensions.md}. {@link
 * dev.counterfoil.protocol.padlink.PadTable} is the one table of all commands. The package knows bytes and their names;
 * it knows no key, no cipher, no terminal and no pad.
 */
package dev.counterfoil.protocol.padlink;
