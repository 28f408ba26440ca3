/**
 * Which promised behaviours a run has shown. Reads the catalogue of behaviours and seed items from CSV and holds it
 * against the scenarios of a run by their tags. A behaviour is covered when a scenario that carries its id passed;
 * a promised one that is not covered is missing, and the caller ends the run as failed. The package knows the model
 * and CSV, and no page.
 */
@NullMarked
package dev.counterfoil.reports.coverage;

import org.jspecify.annotations.NullMarked;
