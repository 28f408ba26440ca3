/**
 * What steps do with the card issuer and check of it.
 *
 * <p>The package knows the bench of the card issuer and the trace; it knows no wording.
 */
@NullMarked
package dev.counterfoil.stage.issuing;

import org.jspecify.annotations.NullMarked;
