/**
 * What survives a power cut.
 *
 * <p>{@link dev.counterfoil.store.Store} is the SPI; {@link dev.counterfoil.store.MemoryStore} is the implementation of
 * simulated devices. Every write is a named crash point with four moments: before, torn, written, acknowledged. The
 * package knows no actor and no device; a database behind the same SPI lives outside the simulator.
 */
package dev.counterfoil.store;
