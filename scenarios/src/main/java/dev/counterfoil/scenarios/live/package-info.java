/**
 * Worlds that serve: a host for somebody else's terminals, a PIN pad for a terminal in another process.
 *
 * <p>The package knows ports and real time, which no room of the simulator does. It makes a world and lets it run on
 * the thread that called it, until it is told to stop; other threads come in through the loop's one door. It knows no
 * scenario, no step and no report.
 */
package dev.counterfoil.scenarios.live;
