/**
 * Between the card issuer and the registry of manager cards at the host: two questions and their answers, in frames
 * with a length of 2 bytes. The byte table is in {@code docs/reference/card-issuing.md}.
 *
 * <p>The package knows bytes; it knows neither the registry nor a card.
 */
@NullMarked
package dev.counterfoil.protocol.issuing;

import org.jspecify.annotations.NullMarked;
