package dev.counterfoil.terminal;

import java.util.function.Consumer;

/** What every transaction of a terminal finds in its place. */
record Bench(Setup setup, Memory memory, Numbers numbers, Consumer<Effect> out) {}
