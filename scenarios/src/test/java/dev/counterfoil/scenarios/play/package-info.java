/**
 * Proofs over whole runs: every bundled feature in worlds of its own.
 *
 * <p>The tests play what comes with the program through the same code as the command line. They hold that it passes,
 * that it gives the same digests wherever and in whatever language it is played, and that what breaks a run is told.
 * They know features, runs and worlds, and nothing of what is inside a device.
 */
package dev.counterfoil.scenarios.play;
