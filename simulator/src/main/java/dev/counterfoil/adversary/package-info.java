/**
 * Thieves' equipment: what sits on a line without being what it says it is.
 *
 * <p>Everything here speaks the protocols of the wires and has no key that it was not given. The package knows ISO 8583
 * and wires. It must not know the inside of any honest device.
 */
@NullMarked
package dev.counterfoil.adversary;

import org.jspecify.annotations.NullMarked;
