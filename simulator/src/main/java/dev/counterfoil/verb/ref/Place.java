package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;

/** What can go down and come back: a wire or a party. */
public sealed interface Place extends Word permits WireRef, PartyRef {
    /** Reads a wire or a party, in either language. */
    static Place parse(String text) {
        return PartyRef.names(text) ? PartyRef.parse(text) : WireRef.parse(text);
    }
}
