package dev.counterfoil.scenarios.play;

import java.util.function.Consumer;

/** Nobody is at the console: the far end types PINs by itself, and what only an operator could do is not done. */
public final class NobodyAsked implements Operator {
    @Override
    public void tell(String words) {}

    @Override
    public void ask(String words, Consumer<String> answer) {
        answer.accept("nobody is at the console");
    }
}
