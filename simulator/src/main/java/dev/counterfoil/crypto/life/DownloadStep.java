package dev.counterfoil.crypto.life;

import dev.counterfoil.trace.TraceEvent;

/**
 * A numbered step of the key download has been taken; the actor of the envelope took it.
 *
 * @param owner the terminal that the key is for
 * @param number as the patent numbers it, for example {@code S33a}
 * @param words what was done
 */
public record DownloadStep(String owner, String number, String words) implements TraceEvent {
    @Override
    public String kind() {
        return "key.step";
    }

    @Override
    public void tell(Teller teller) {
        teller.text("owner", owner).text("number", number).text("words", words);
    }
}
