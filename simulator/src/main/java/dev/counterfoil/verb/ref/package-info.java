/**
 * What a step points at: amounts, times, terminals, pads, people, cards, wires, messages, transactions, keys.
 *
 * <p>Each is a small immutable record that reads its English or Chinese form and prints both. A reference is only a
 * name ("the 2nd sale of T1"); which object of a running world it means is decided above, and nothing here knows a
 * device, an estate or the steps these references stand in.
 */
package dev.counterfoil.verb.ref;
