package dev.counterfoil.host;

import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The double-entry ledger, in whole fen. Entries have names, and a name is booked once however often it is tried; so
 * a repeated message moves no money twice.
 */
final class Ledger {
    /** What the issuers owe for approved sales. */
    static final String ISSUERS = "issuer receivable";

    private static final String MERCHANT = "merchant payable ";
    private static final String TAKEN_BACK = "/undo";

    /**
     * Money moves from one account to another.
     *
     * @param text for people: kind and place of the transaction
     */
    record Entry(String text, String debit, String credit, long amountFen) {
        Entry reversed(String by) {
            return new Entry(by + " of " + text, credit, debit, amountFen);
        }
    }

    private final Effects effects;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Entry> standing = new HashMap<>();
    private final Map<String, Long> balances = new HashMap<>();

    Ledger(Store store, Effects effects) {
        this.effects = effects;
        for (String name : store.names(RecordKind.LEDGER_ENTRY)) {
            byte[] record = store.read(RecordKind.LEDGER_ENTRY, name);
            if (record != null) {
                enter(name, decode(record));
            }
        }
    }

    /** What is owed to a merchant. */
    static String merchant(String merchantId) {
        return MERCHANT + merchantId;
    }

    /** Books an entry unless it is booked; {@code then} runs when it is safe. */
    void post(String name, Entry entry, Runnable then) {
        if (!names.contains(name)) {
            effects.write(RecordKind.LEDGER_ENTRY, name, encode(entry), () -> {
                enter(name, entry);
                tell(entry);
                then.run();
            });
        } else {
            then.run();
        }
    }

    private void tell(Entry entry) {
        effects.emit(new HostEvents.LedgerEntry(
                entry.text, entry.debit, entry.credit, entry.amountFen, owed(entry.debit), owed(entry.credit)));
    }

    /** Books the opposite of an entry that stands; does nothing when it does not. */
    void undo(String name, String by, Runnable undone, Runnable then) {
        Entry entry = standing.get(name);
        if (entry == null) {
            then.run();
            return;
        }
        post(name + TAKEN_BACK, entry.reversed(by), () -> {
            undone.run();
            then.run();
        });
    }

    /** Whether the entry is booked and not taken back. */
    boolean stands(String name) {
        return standing.containsKey(name);
    }

    /** Credits less debits of an account. */
    long owed(String account) {
        return balances.getOrDefault(account, 0L);
    }

    /** The sum of all balances: 0. */
    long sum() {
        return balances.values().stream().mapToLong(Long::longValue).sum();
    }

    private void enter(String name, Entry entry) {
        if (names.add(name)) {
            balances.merge(entry.debit, -entry.amountFen, Long::sum);
            balances.merge(entry.credit, entry.amountFen, Long::sum);
            if (name.endsWith(TAKEN_BACK)) {
                standing.remove(name.substring(0, name.length() - TAKEN_BACK.length()));
            } else {
                standing.put(name, entry);
            }
        }
    }

    private static byte[] encode(Entry entry) {
        return new Row()
                .put(entry.text)
                .put(entry.debit)
                .put(entry.credit)
                .put(entry.amountFen)
                .encode();
    }

    private static Entry decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new Entry(in.text(), in.text(), in.text(), in.number());
    }
}
