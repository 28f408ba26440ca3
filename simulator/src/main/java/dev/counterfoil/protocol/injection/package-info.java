/**
 * The cables between loader PC, mother POS and child POS, where their ends meet.
 *
 * <p>Two public framings carry the same orders: {@link dev.counterfoil.protocol.injection.Futurex}, after a public
 * description of the serial interface of Futurex key loaders, and {@link dev.counterfoil.protocol.injection.Xgd}, after
 * the source of a terminal that takes its master key by the maker's "01 protocol". Each is a table of rows behind one
 * frame; {@code docs/reference/injection.md} shows them with their sources. {@link
 * dev.counterfoil.protocol.injection.ProgramFile} is what a downloader gives a child before it can take a key. The
 * package knows bytes and their names; it knows no key, no cipher and no device.
 */
@NullMarked
package dev.counterfoil.protocol.injection;

import org.jspecify.annotations.NullMarked;
