package dev.counterfoil.protocol.injection;

/** The answer to an {@link InjectionOrder}. */
public sealed interface InjectionAnswer {
    /** How it went. */
    InjectionResult result();

    /** Whether it went well. */
    default boolean good() {
        return result() == InjectionResult.GOOD;
    }

    /** The answer to a key; {@code checkValue} has 4 hex digits, or none where there is nothing to tell. */
    record Loaded(InjectionResult result, String checkValue) implements InjectionAnswer {}

    /** The answer of a framing that only knows good and failed. */
    record Done(InjectionResult result) implements InjectionAnswer {}

    record SerialNumberWritten(InjectionResult result) implements InjectionAnswer {}

    record AllKeysDeleted(InjectionResult result) implements InjectionAnswer {}

    record KeyDeleted(InjectionResult result) implements InjectionAnswer {}

    /** Somebody is there. */
    record Here() implements InjectionAnswer {
        @Override
        public InjectionResult result() {
            return InjectionResult.GOOD;
        }
    }

    record SerialNumber(InjectionResult result, String serialNumber) implements InjectionAnswer {}

    /**
     * The mother POS greets back; our own.
     *
     * @param version 4 characters, such as {@code 2015}
     * @param notice what the person at the loader ought to read, or empty
     */
    record Greeting(InjectionResult result, String version, String notice) implements InjectionAnswer {}
}
