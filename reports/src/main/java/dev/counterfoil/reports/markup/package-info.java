/**
 * The tools every renderer writes with: a streaming HTML writer that escapes, the masking of card numbers that
 * stands as the last line of defence, and the spelling of times, amounts and counts. The package knows the model
 * only to learn which card numbers occur in it; it knows nothing of any page, chapter or file.
 */
@NullMarked
package dev.counterfoil.reports.markup;

import org.jspecify.annotations.NullMarked;
