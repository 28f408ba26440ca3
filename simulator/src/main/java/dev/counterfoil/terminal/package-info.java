/**
 * The terminal on the counter: from unloaded to signed in to settled.
 *
 * <p>{@link dev.counterfoil.terminal.Firmware} decides and {@link dev.counterfoil.terminal.Terminal} acts: the firmware
 * takes inputs and gives effects, without Akka. A transaction is a list of {@link dev.counterfoil.terminal.Stage}s held
 * as data; the stages themselves are in {@code terminal.stage}, the messages they send in {@code terminal.message}. What
 * survives a power cut is in {@link dev.counterfoil.terminal.Memory}; who may do what and when is a table, {@link
 * dev.counterfoil.terminal.Rights}. The package knows the protocols towards host, pad and panel, and never a host, a pad
 * or a person; no key and no PIN ever enters it in clear.
 */
package dev.counterfoil.terminal;
