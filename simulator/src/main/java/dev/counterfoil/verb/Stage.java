package dev.counterfoil.verb;

/** The running world, as far as verbs act on it and ask it. */
public interface Stage {}
