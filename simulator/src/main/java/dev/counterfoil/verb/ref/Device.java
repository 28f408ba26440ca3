package dev.counterfoil.verb.ref;

/** A device of the counter: a terminal or a PIN pad. */
public sealed interface Device extends ActorRef permits TerminalRef, PadRef {
    /** Reads {@code T1}, {@code the pad of T1} or {@code pad P2}, in either language. */
    static Device parse(String text) {
        return text.contains("pad") || text.contains("密码键盘") ? PadRef.parse(text) : TerminalRef.parse(text);
    }
}
