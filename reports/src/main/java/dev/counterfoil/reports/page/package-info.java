/**
 * The report of a run as one page that needs nothing beside it. A class a part of the page: slip, failure chapters,
 * diagrams, wire log, keys, charts, coverage, scenarios, how to verify; styles and script are resources that are
 * copied in. Every part reads the model and writes through the one HTML writer, which masks and escapes. A part
 * that has nothing to say is left out, and so is its link. The package knows no trace and decides no verdict.
 */
@NullMarked
package dev.counterfoil.reports.page;

import org.jspecify.annotations.NullMarked;
