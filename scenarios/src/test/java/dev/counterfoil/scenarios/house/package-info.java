/**
 * Rules of the house, held against the main code of all four modules: who may know whom, what the simulation must not
 * touch, how long a method may be, which words a text may use.
 *
 * <p>The rules read compiled classes ({@link dev.counterfoil.scenarios.house.House}) and sources ({@link
 * dev.counterfoil.scenarios.house.Sources}); they know nothing of what the code does. Every rule says why it stands. A
 * rule that nothing matches is green, so a room may be built after its rule.
 */
package dev.counterfoil.scenarios.house;
