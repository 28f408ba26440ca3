package dev.counterfoil.network;

import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and bookings of an issuer, double entry in whole fen: what a card spends the network is owed. A booking has
 * its reference number for a name and is made once.
 */
final class AccountBook {
    static final String SALE = "sale";
    static final String VOID = "void";

    private static final String TAKEN_BACK = "/undo";

    /**
     * A booking.
     *
     * @param rrn 12 digits
     * @param kind {@link #SALE} or {@link #VOID}
     * @param original reference number of the sale that a void takes back, or empty
     */
    record Booking(String rrn, String pan, long amountFen, String kind, String original) {
        /** What the account loses; negative for a void. */
        long spentFen() {
            return kind.equals(VOID) ? -amountFen : amountFen;
        }
    }

    private final IssuerEffects effects;
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Booking> bookings = new HashMap<>();
    private final Set<String> takenBack = new HashSet<>();
    private final Map<String, Long> spentFen = new HashMap<>();
    private long owedToNetworkFen;

    AccountBook(Store store, IssuerEffects effects) {
        this.effects = effects;
        for (String name : store.names(Account.KIND)) {
            byte[] record = store.read(Account.KIND, name);
            if (record != null) {
                accounts.put(name, Account.decode(record));
            }
        }
        for (String name : store.names(RecordKind.LEDGER_ENTRY)) {
            byte[] record = store.read(RecordKind.LEDGER_ENTRY, name);
            if (record != null) {
                load(name, Row.read(record));
            }
        }
    }

    private void load(String name, Row.Reader in) {
        Booking booking = new Booking(in.text(), in.text(), in.number(), in.text(), in.text());
        if (!name.endsWith(TAKEN_BACK)) {
            enter(booking);
        } else if (takenBack.add(booking.rrn) && !booking.pan.isEmpty()) {
            move(booking, -1);
        }
    }

    /** The account of a card number, or null. */
    @Nullable
    Account account(String pan) {
        return accounts.get(pan);
    }

    /** The account of an estate name, or null. */
    @Nullable
    Account named(String card) {
        return accounts.values().stream()
                .filter(a -> a.card().equals(card))
                .findFirst()
                .orElse(null);
    }

    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    void put(Account account, Runnable then) {
        effects.write(Account.KIND, account.pan(), account.encode(), () -> {
            accounts.put(account.pan(), account);
            then.run();
        });
    }

    long balanceFen(Account account) {
        return account.openingFen() - spentFen.getOrDefault(account.pan(), 0L);
    }

    /** All debits less all credits: 0. */
    long sumFen() {
        return spentFen.values().stream().mapToLong(Long::longValue).sum() - owedToNetworkFen;
    }

    @Nullable
    Booking booking(String rrn) {
        return bookings.get(rrn);
    }

    /** Whether a booking is known and not taken back, by itself or by a void. */
    boolean stands(String rrn) {
        return bookings.containsKey(rrn)
                && !takenBack.contains(rrn)
                && bookings.values().stream().noneMatch(b -> b.original.equals(rrn) && !takenBack.contains(b.rrn));
    }

    /** Whether a reversal of this number has come, even before what it reverses. */
    boolean takenBack(String rrn) {
        return takenBack.contains(rrn);
    }

    void book(Booking booking, Runnable then) {
        effects.write(RecordKind.LEDGER_ENTRY, booking.rrn, encode(booking), () -> {
            enter(booking);
            then.run();
        });
    }

    /** Takes a booking back; what is not known is refused when it comes later. */
    void takeBack(String rrn, Runnable then) {
        Booking known = bookings.getOrDefault(rrn, new Booking(rrn, "", 0, "", ""));
        effects.write(RecordKind.LEDGER_ENTRY, rrn + TAKEN_BACK, encode(known), () -> {
            if (takenBack.add(rrn)) {
                move(known, -1);
            }
            then.run();
        });
    }

    private void enter(Booking booking) {
        if (bookings.put(booking.rrn, booking) == null) {
            move(booking, 1);
        }
    }

    private void move(Booking booking, int sign) {
        spentFen.merge(booking.pan, sign * booking.spentFen(), Long::sum);
        owedToNetworkFen += sign * booking.spentFen();
    }

    private static byte[] encode(Booking booking) {
        return new Row()
                .put(booking.rrn)
                .put(booking.pan)
                .put(booking.amountFen)
                .put(booking.kind)
                .put(booking.original)
                .encode();
    }
}
