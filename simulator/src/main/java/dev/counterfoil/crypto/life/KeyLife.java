package dev.counterfoil.crypto.life;

import dev.counterfoil.trace.TraceEvent;

/**
 * A step in the life of a key at one place; the actor of the envelope is the place (the pad of T1, the host).
 *
 * @param owner whose key it is, for example {@code T1}
 * @param key {@code master key}, {@code PIN key}, {@code MAC key}, {@code track key}, {@code card key}, {@code random
 *     numbers}
 * @param state EMPTY, PENDING, LOADED, ACTIVE, FROZEN, LOST, REVOKED, or for what was in working memory WIPED; HELD
 *     when its owner says so and the witness still sees it there
 * @param checkValue first 4 bytes of the check value in hex, or empty
 * @param print tells equal keys from different ones within a run, without their value: the witness's fingerprint, or,
 *     where only a cryptogram is at hand, the cryptogram's ({@link KeyForm} joins the two)
 * @param reason why
 */
public record KeyLife(String owner, String key, String state, String checkValue, String print, String reason)
        implements TraceEvent {
    @Override
    public String kind() {
        return "key.life";
    }

    @Override
    public void tell(Teller teller) {
        teller.text("owner", owner)
                .text("key", key)
                .text("state", state)
                .text("checkValue", checkValue)
                .text("print", print)
                .text("reason", reason);
    }
}
