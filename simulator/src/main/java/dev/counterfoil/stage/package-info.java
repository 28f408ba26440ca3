/**
 * What the steps mean: arranging, acting, arming and checking in a running world.
 *
 * <p>{@link dev.counterfoil.stage.Stage} is one scenario's view of its world. Arranging changes what will be built,
 * acting goes through people and plugs, arming goes through wires, and checking reads the evidence and nothing else. A
 * check that fails says what was expected, what came and where it looked. The package knows the estate and the words of
 * the vocabulary, never a step's text.
 */
package dev.counterfoil.stage;
