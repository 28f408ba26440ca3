/**
 * Stages that many transactions share, and what stages are made of.
 *
 * <p>{@link dev.counterfoil.terminal.stage.Prompt} asks the person at the keyboard, {@link
 * dev.counterfoil.terminal.stage.PadStage} asks the pad, {@link dev.counterfoil.terminal.stage.Conversation} sends a
 * request to the host and judges what comes back. A stage knows the transaction it serves and nothing of the others; it
 * acts only through {@link dev.counterfoil.terminal.Work}.
 */
package dev.counterfoil.terminal.stage;
