/**
 * Charts of a run: JFreeChart lays the measurements out, a small graphics of ours writes its shapes as SVG paths
 * that carry a class instead of a colour, and labels are set at the data by us. So a chart takes its colours and
 * letters from the page, turns dark with it, needs no font on the machine and is the same bytes everywhere. The
 * package knows the model's measurements and the HTML writer, and nothing of the rest of the run.
 */
@NullMarked
package dev.counterfoil.reports.chart;

import org.jspecify.annotations.NullMarked;
