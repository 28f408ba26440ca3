package dev.counterfoil.verb.ref;

/** A device of the counter: a terminal, a PIN pad, or what loads a key into them. */
public sealed interface Device extends ActorRef permits TerminalRef, PadRef, LoadingRef {
    /** Reads {@code T1}, {@code the pad of T1}, {@code pad P2} or {@code the mother POS}, in either language. */
    static Device parse(String text) {
        if (LoadingRef.names(text)) {
            return LoadingRef.parse(text);
        }
        return text.contains("pad") || text.contains("密码键盘") ? PadRef.parse(text) : TerminalRef.parse(text);
    }
}
