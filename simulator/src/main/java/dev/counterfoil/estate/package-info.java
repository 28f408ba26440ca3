/**
 * What exists and how it is wired: the one room that reads configuration, makes actors and connects them.
 *
 * <p>An {@link dev.counterfoil.estate.Estate} is plain data, read from a HOCON description by {@link
 * dev.counterfoil.estate.EstateReader}. A {@link dev.counterfoil.estate.World} is one estate on one clock with one
 * trace. The package knows every room below it; nothing below knows it. It knows no file: text comes in, problems come
 * out with line and key.
 */
package dev.counterfoil.estate;
