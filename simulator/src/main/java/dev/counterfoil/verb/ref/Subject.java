package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;

/** What a monitor can point at: a terminal, a merchant, a card or a transaction. */
public sealed interface Subject extends Word permits TerminalRef, MerchantRef, CardRef, TransactionRef {
    /** Reads one of the four, in either language. */
    static Subject parse(String text) {
        if (text.contains("merchant") || text.contains("商户")) {
            return MerchantRef.parse(text);
        }
        if (text.startsWith("card ") || text.startsWith("卡")) {
            return CardRef.parse(text);
        }
        return text.matches("(?:terminal |终端)?T[0-9]+") ? TerminalRef.parse(text) : TransactionRef.parse(text);
    }
}
