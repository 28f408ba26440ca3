/**
 * Turns what was seen of played scenarios into the model of the reports.
 *
 * <p>A class a part: messages, moments, lives of keys, steps, the story of a failure, the run as a whole. Each reads
 * the evidence and writes plain data; how it is shown is the reports' matter. Secrets end here: bytes that hold one
 * are dotted out, and wires inside a tamper boundary give no bytes at all. The package knows no world and plays
 * nothing.
 */
package dev.counterfoil.scenarios.report;
