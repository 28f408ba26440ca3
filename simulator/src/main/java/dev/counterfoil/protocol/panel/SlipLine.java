package dev.counterfoil.protocol.panel;

/**
 * One line of a paper.
 *
 * @param item name in the slip layout, for example {@code amount}; listed with its Chinese name in {@link SlipItem}
 */
public record SlipLine(SlipItem item, String text) {}
