package dev.counterfoil.terminal;

/** What a stage answers. */
public sealed interface Step {
    /** More input is needed. */
    record Stay() implements Step {}

    /** On to the next stage. */
    record Next() implements Step {}

    /** The transaction is over; {@code code} is F39 or empty. */
    record End(Verdict verdict, String code) implements Step {}

    Step STAY = new Stay();
    Step NEXT = new Next();

    static Step end(Verdict verdict) {
        return new End(verdict, "");
    }

    static Step end(Verdict verdict, String code) {
        return new End(verdict, code);
    }
}
