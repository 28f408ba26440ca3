/**
 * The PIN pad: a key chip, twelve keys and a small display, with the slot for the manager's card inside its case.
 *
 * <p>{@link dev.counterfoil.pinpad.PinPad} is the actor; {@code PadDecisions} and the classes under it decide. Keys
 * go in
 * and are used; no command gives one out. Master key and working keys live in the pad's store under the key of its
 * chip;
 * card key, random numbers and typed digits live in working memory and end with their use. The package knows cables,
 * cards and panels as protocols; it knows no terminal, no card and no person.
 */
package dev.counterfoil.pinpad;
