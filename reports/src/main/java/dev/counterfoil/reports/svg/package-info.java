/**
 * Drawings of a run as inline SVG: the rosette of a digest, a scenario to scale, its sequence diagram, the life of
 * its keys. Every drawing takes its colours from the page by class name and has no colour, font or size of text of
 * its own, so it turns dark with the page and prints. Coordinates come from strict arithmetic and are written with
 * one decimal: equal runs draw equal bytes on every machine. The package knows the model and the HTML writer, no
 * chapter of the page.
 */
@NullMarked
package dev.counterfoil.reports.svg;

import org.jspecify.annotations.NullMarked;
