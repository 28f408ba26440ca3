/**
 * Where the registry of manager cards meets the card issuer: a number is looked up before a card is written, and
 * entered as issued when the card is.
 *
 * <p>The package knows frames of the registry's link and entries; it knows neither the card nor its key.
 */
@NullMarked
package dev.counterfoil.host.issuing;

import org.jspecify.annotations.NullMarked;
