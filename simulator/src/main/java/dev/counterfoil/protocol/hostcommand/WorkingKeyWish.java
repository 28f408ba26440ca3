package dev.counterfoil.protocol.hostcommand;

/**
 * One working key to be made.
 *
 * @param kind what it is for
 * @param doubleLength 16 bytes rather than 8
 */
public record WorkingKeyWish(WorkingKeyKind kind, boolean doubleLength) {}
