/**
 * Commands for an issuer of manager cards: a blank card's proof is checked, and what is written into the card is sealed
 * for its channel. The card key is derived in here and leaves under the channel's key only.
 *
 * <p>The package knows the fields of commands and ciphers; it knows neither LMK nor frames.
 */
@NullMarked
package dev.counterfoil.hsm.issuing;

import org.jspecify.annotations.NullMarked;
