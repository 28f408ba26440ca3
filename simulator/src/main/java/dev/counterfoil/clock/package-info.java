/**
 * The turn loop that every actor runs on, virtual and live, and the named random streams.
 *
 * <p>Turns run from one FIFO queue on one thread. In virtual mode an empty queue makes time jump to the next timer;
 * in live mode the same loop parks until the next timer or until a foreign thread hands something in. The package
 * plugs the loop into Akka as its scheduler and its dispatcher. It knows no other room and must never learn what an
 * actor does.
 */
package dev.counterfoil.clock;
