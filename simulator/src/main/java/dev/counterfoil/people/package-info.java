/**
 * The people at the counter: clerk, cardholder, manager, technician, supervisor, administrator, thief.
 *
 * <p>A person sees two displays and reacts to what they ask, with human delays. {@link dev.counterfoil.people.Tasks}
 * holds
 * what each of them can be asked to do, as data; {@link dev.counterfoil.people.Counter} is the actor that does it. The
 * package knows panels and where a card is put in; it knows no terminal, no pad and no card.
 */
package dev.counterfoil.people;
