package dev.counterfoil.terminal;

/** One stretch of a transaction. An object serves one transaction and is thrown away. */
public interface Stage {
    Step enter(Work work);

    Step on(Work work, Input input);
}
