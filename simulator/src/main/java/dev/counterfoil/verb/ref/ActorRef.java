package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;

/** Whoever can follow a policy or lose its power: a device or a party of the back office. */
public sealed interface ActorRef extends Word permits Device, PartyRef {
    /** Reads a device or a party, in either language. */
    static ActorRef parse(String text) {
        return PartyRef.names(text) ? PartyRef.parse(text) : Device.parse(text);
    }
}
