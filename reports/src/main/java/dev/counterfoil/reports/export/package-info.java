/**
 * A run for machines: JUnit XML for build servers and NDJSON for everybody else's tools. Both say what the page
 * says, from the same model, masked by the same masking; neither has a wall clock, a host or a thread in it, so
 * equal runs give equal bytes. The package knows the model and Jackson and nothing of the page.
 */
@NullMarked
package dev.counterfoil.reports.export;

import org.jspecify.annotations.NullMarked;
