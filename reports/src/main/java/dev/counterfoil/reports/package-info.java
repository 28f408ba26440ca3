/**
 * Turns a finished run into files: one HTML page, JUnit XML and NDJSON. The model says what a run was; page, export
 * and chart render it; coverage holds it against the catalogue of behaviours. This package knows all of them and
 * the file system, and nothing of how a run is made. Nothing here runs while a scenario does.
 */
@NullMarked
package dev.counterfoil.reports;

import org.jspecify.annotations.NullMarked;
