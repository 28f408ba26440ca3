/**
 * The words of the trade that a step may use where it has a fixed choice: kinds, states, parts, tones, harms.
 * Each word knows its English and its Chinese form and nothing else.
 * What a word means to a device is not known here, nor is the grammar of the steps that use it.
 */
package dev.counterfoil.verb.word;
