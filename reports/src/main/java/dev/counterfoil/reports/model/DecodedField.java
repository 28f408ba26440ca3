package dev.counterfoil.reports.model;

/**
 * One field of a decoded message.
 *
 * @param path where it stands: {@code TPDU}, {@code F2}, {@code F60.3}
 * @param name its name
 * @param value its value, masked
 * @param comment what the value means, in a few words; may be empty
 */
public record DecodedField(String path, Label name, String value, String comment) {}
