package dev.counterfoil.host;

import dev.counterfoil.host.JournalEntry.Place;
import dev.counterfoil.host.JournalEntry.State;
import dev.counterfoil.host.TerminalEntry.Registration;
import dev.counterfoil.host.inspection.InspectionRegister;
import dev.counterfoil.host.inspection.Office;
import dev.counterfoil.host.inspection.WorkOrders;
import dev.counterfoil.host.keys.KeySerial;
import dev.counterfoil.host.keys.LineKeys;
import dev.counterfoil.host.keys.SignInKeys;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything the host must not forget: terminal table, manager cards, work orders, journal and ledger. Terminals and
 * work orders are looked up in the store; the rest is read at start and written through afterwards.
 */
final class Books {
    private static final Duration NO_DOUBLE_WITHIN = Duration.ofHours(1);

    private final Store store;
    private final Effects effects;
    private final Map<String, ManagerCard> cards = new TreeMap<>();
    private final TreeMap<String, JournalEntry> journal = new TreeMap<>();
    private final Map<String, KeySerial> serials = new TreeMap<>();
    private final Ledger ledger;
    private final InspectionRegister inspections = new InspectionRegister(NO_DOUBLE_WITHIN, this::card);
    private final WorkOrders orders;

    Books(Store store, Effects effects) {
        this.store = store;
        this.effects = effects;
        orders = new WorkOrders(store, effects, inspections);
        load(ManagerCard.KIND, (name, record) -> cards.put(name, ManagerCard.decode(record)));
        load(RecordKind.TRANSACTION, (name, record) -> journal.put(name, JournalEntry.decode(record)));
        ledger = new Ledger(store, effects);
        journal.values().stream()
                .filter(e -> e.kind().equals(JournalEntry.VOID) && e.in(State.APPROVED))
                .toList()
                .forEach(e -> journal.computeIfPresent(e.original(), (key, sale) -> sale.with(State.VOIDED)));
    }

    private void load(RecordKind kind, BiConsumer<String, byte[]> into) {
        for (String name : store.names(kind)) {
            byte[] record = store.read(kind, name);
            if (record != null) {
                into.accept(name, record);
            }
        }
    }

    /** The entry of a terminal id; null when the table has none or holds it as unknown. */
    @Nullable
    TerminalEntry terminal(String terminalId) {
        TerminalEntry entry = stored(terminalId);
        return entry == null || entry.registration() == TerminalEntry.Registration.UNKNOWN ? null : entry;
    }

    /** The entry of an estate name, registered or not. */
    @Nullable
    TerminalEntry named(String name) {
        return terminals().stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    List<TerminalEntry> terminals() {
        List<TerminalEntry> entries = new ArrayList<>();
        load(TerminalEntry.KIND, (id, record) -> entries.add(TerminalEntry.decode(record)));
        return entries;
    }

    void put(TerminalEntry entry, Runnable then) {
        String id = entry.identity().terminalId();
        TerminalEntry before = stored(id);
        effects.write(TerminalEntry.KIND, id, entry.encode(), () -> {
            if (before == null || before.registration() != entry.registration()) {
                effects.emit(new HostEvents.TerminalEntry(
                        entry.name(), entry.registration().words()));
            }
            then.run();
        });
    }

    /** The entry of a terminal id, registered or not. */
    @Nullable
    TerminalEntry stored(String terminalId) {
        byte[] record = store.read(TerminalEntry.KIND, terminalId);
        return record == null ? null : TerminalEntry.decode(record);
    }

    @Nullable
    ManagerCard card(String number) {
        return cards.get(number);
    }

    /** Counts a failed proof against the card as it is held now, whatever it was when it was asked for. */
    void proofFailed(String number, Runnable then) {
        ManagerCard card = cards.get(number);
        if (card == null) {
            then.run();
        } else {
            put(card.failed(), then);
        }
    }

    /** The card counts as it is from now on, also while the store is at work. */
    void put(ManagerCard card, Runnable then) {
        ManagerCard before = cards.put(card.number(), card);
        effects.write(ManagerCard.KIND, card.number(), card.encode(), () -> {
            if (before == null || before.state() != card.state()) {
                effects.emit(new HostEvents.CardState(card.name(), card.state().words()));
            }
            then.run();
        });
    }

    /** Estate name of the terminal whose key chip has this device id; null when there is none. */
    @Nullable
    String holderOf(String deviceId) {
        byte[] record = store.read(RecordKind.DEVICE, deviceId);
        return record == null ? null : Row.read(record).text();
    }

    /** The key of the chip with this device id, under the LMK; null unless it is in the pad of this terminal. */
    @Nullable
    String chipKey(String deviceId, String terminal) {
        byte[] record = store.read(RecordKind.DEVICE, deviceId);
        Row.Reader in = record == null ? null : Row.read(record);
        return in == null || !in.text().equals(terminal) ? null : in.text();
    }

    void putDevice(String deviceId, String terminal, TerminalEntry.MasterKey chipKey, Runnable then) {
        byte[] record = new Row()
                .put(terminal)
                .put(chipKey.underLmk())
                .put(chipKey.checkValue())
                .encode();
        effects.write(RecordKind.DEVICE, deviceId, record, then);
    }

    /** Whether a work order is open for this terminal. */
    boolean permits(TerminalEntry terminal) {
        return store.read(RecordKind.DOWNLOAD_PERMIT, terminal.identity().terminalId()) != null;
    }

    void openPermit(TerminalEntry terminal) {
        effects.write(
                RecordKind.DOWNLOAD_PERMIT,
                terminal.identity().terminalId(),
                new Row().put(terminal.name()).encode(),
                () -> effects.emit(new HostEvents.PermitOpened(terminal.name())));
        orders.opened(terminal.identity().terminalId());
    }

    /** The download of a work order is done: the order is closed and holds what came of it. */
    void downloaded(TerminalEntry terminal, Runnable then) {
        String id = terminal.identity().terminalId();
        TerminalEntry now = stored(id);
        String checkValue = now == null ? "" : now.masterKey().checkValue();
        closePermit(terminal, () -> orders.downloaded(terminal.name(), id, checkValue, then));
    }

    WorkOrders orders() {
        return orders;
    }

    void closePermit(TerminalEntry terminal, Runnable then) {
        effects.delete(RecordKind.DOWNLOAD_PERMIT, terminal.identity().terminalId(), () -> {
            effects.emit(new HostEvents.PermitClosed(terminal.name()));
            then.run();
        });
    }

    @Nullable
    JournalEntry entry(String key) {
        return journal.get(key);
    }

    void put(JournalEntry entry, Runnable then) {
        String key = entry.key().toString();
        effects.write(RecordKind.TRANSACTION, key, entry.encode(), () -> {
            journal.put(key, entry);
            then.run();
        });
    }

    /** Loses a transaction, as a host with a fault would; the ledger keeps what it has. */
    void forget(Place key) {
        effects.delete(RecordKind.TRANSACTION, key.toString(), () -> journal.remove(key.toString()));
    }

    /** The transactions of one batch, by trace number. */
    List<JournalEntry> batch(String terminalId, String batch) {
        String prefix = Place.prefix(terminalId, batch);
        return List.copyOf(journal.subMap(prefix, prefix + Character.MAX_VALUE).values());
    }

    /** What is taken back here and still stands at the issuer, as far as is known. */
    List<JournalEntry> reversing() {
        return journal.values().stream().filter(e -> e.in(State.REVERSING)).toList();
    }

    /** The highest trace number that the switch has been sent, 0 when there is none. */
    int lastSwitchStan() {
        return journal.values().stream()
                .map(e -> e.leg().stan())
                .filter(stan -> !stan.isEmpty())
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    /** Stores what a terminal uploads of its batch. */
    void putUpload(String terminalId, String batch, String stan, String details, Runnable then) {
        String name = Place.prefix(terminalId, batch) + stan;
        effects.write(RecordKind.SETTLEMENT_STATE, name, new Row().put(details).encode(), then);
    }

    /** The uploads of one batch, in the order of their trace numbers. */
    List<String> uploads(String terminalId, String batch) {
        String prefix = Place.prefix(terminalId, batch);
        List<String> details = new ArrayList<>();
        load(RecordKind.SETTLEMENT_STATE, (name, record) -> {
            if (name.startsWith(prefix)) {
                details.add(Row.read(record).text());
            }
        });
        return details;
    }

    /** The table's word on a terminal under DUKPT; null for any other. */
    @Nullable
    KeySerial serial(TerminalEntry terminal) {
        return serials.computeIfAbsent(terminal.identity().terminalId(), id -> {
            byte[] record = store.read(KeySerial.KIND, id);
            return record == null ? null : KeySerial.decode(record);
        });
    }

    /** A KSN counts as used from now on, also while the store is at work. */
    void put(TerminalEntry terminal, KeySerial serial, Runnable then) {
        String id = terminal.identity().terminalId();
        serials.put(id, serial);
        effects.write(KeySerial.KIND, id, serial.encode(), then);
    }

    /** No KSN of this terminal is taken any more. */
    void endSerial(TerminalEntry terminal, Runnable then) {
        if (serial(terminal) == null) {
            then.run();
        } else {
            String id = terminal.identity().terminalId();
            serials.remove(id);
            effects.delete(KeySerial.KIND, id, then);
        }
    }

    /** The keys of an exchange that a request begins; null when the host has none for it. */
    @Nullable
    LineKeys keys(TerminalEntry terminal, @Nullable String ksn) {
        KeySerial serial = serial(terminal);
        if (serial != null) {
            return serial.keys(ksn);
        }
        return terminal.signedIn() ? new SignInKeys(terminal.workingKeys()) : null;
    }

    Ledger ledger() {
        return ledger;
    }

    /** What the desk for inspections sees of this host. */
    record Inspectors(Books books, KeyService keys, SignInDesk signIn) implements Office {
        @Override
        public boolean inService(String terminalId) {
            TerminalEntry terminal = books.terminal(terminalId);
            return terminal != null && terminal.registration() == Registration.IN_SERVICE;
        }

        @Override
        public String nameOf(String terminalId) {
            TerminalEntry terminal = books.stored(terminalId);
            return terminal == null ? "" : terminal.name();
        }

        @Override
        public boolean moneyIn(String terminalId) {
            TerminalEntry terminal = books.terminal(terminalId);
            return terminal != null
                    && books.batch(terminalId, terminal.batch().number()).stream()
                            .anyMatch(entry -> entry.in(State.OPEN) || entry.in(State.APPROVED))
                    && terminal.batch().open();
        }

        @Override
        public void withdraw(String terminalId, Runnable then) {
            signIn.withdrawn(books.terminal(terminalId), then);
        }

        @Override
        public InspectionRegister register() {
            return books.inspections;
        }

        @Override
        public WorkOrders orders() {
            return books.orders();
        }

        @Override
        public @Nullable ManagerCard card(String number) {
            return books.card(number);
        }

        @Override
        public void proofFailed(String number, Runnable then) {
            books.proofFailed(number, then);
        }

        @Override
        public String cardMaster() {
            return keys.keys().cardMaster();
        }

        @Override
        public void ask(String terminal, HostCommand command, Consumer<HsmReply> then) {
            keys.ask(terminal, command, then);
        }
    }
}
