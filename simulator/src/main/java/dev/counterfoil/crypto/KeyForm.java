package dev.counterfoil.crypto;

import dev.counterfoil.trace.TraceEvent;

/**
 * The HSM has made or taken in a key: the fingerprint of one of its cryptograms and that of the clear key belong
 * together.
 *
 * @param form fingerprint of the cryptogram
 * @param print fingerprint of the clear key
 */
public record KeyForm(String form, String print) implements TraceEvent {
    @Override
    public String kind() {
        return "key.form";
    }

    @Override
    public void tell(Teller teller) {
        teller.text("form", form).text("print", print);
    }
}
