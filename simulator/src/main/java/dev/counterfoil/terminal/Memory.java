package dev.counterfoil.terminal;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Store;
import dev.counterfoil.terminal.guard.Lock;
import dev.counterfoil.terminal.guard.Settings;
import dev.counterfoil.terminal.inspection.Outbox;
import dev.counterfoil.terminal.keys.Programs;
import dev.counterfoil.trace.TraceEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal keeps over a power cut: master key state, sign-in state, batch and trace numbers, journal, reversal
 * record, settlement state. Reading is at once; every change is a write that the terminal carries out in its turn.
 */
public final class Memory {
    private static final String ONLY = "1";
    private static final int LAST_TRACE = 999_999;
    private static final int FAR = 400_000;

    private final Consumer<Effect> out;
    private final Numbers numbers;
    private final Settings settings;
    private SortedMap<String, Voucher> journal = Collections.emptySortedMap();
    private MasterKey masterKey;
    private Programs programs;
    private TerminalState signState;
    private Settlement settlement;
    private String batch;
    private int nextTrace;
    private @Nullable Reversal reversal;
    private String blockedCard;
    private @Nullable Outbox outbox;

    Memory(Store store, Numbers numbers, Consumer<Effect> out) {
        this.out = out;
        this.numbers = numbers;
        settings = new Settings(store, (name, record) -> out.accept(new Effect.Write(RecordKind.SEAL, name, record)));
        masterKey = read(store, RecordKind.MASTER_KEY, MasterKey::decode, MasterKey.NONE);
        programs = read(store, RecordKind.PROGRAMS, Programs::decode, Programs.FIRST);
        signState = read(store, RecordKind.WORKING_KEYS, r -> TerminalState.valueOf(text(r)), TerminalState.LOADED);
        settlement = read(store, RecordKind.SETTLEMENT_STATE, Settlement::decode, Settlement.NONE);
        batch = read(store, RecordKind.BATCH_NUMBER, Memory::text, "000001");
        nextTrace = read(store, RecordKind.TRACE_NUMBER, r -> Integer.parseInt(text(r)), 1);
        blockedCard = read(store, RecordKind.MANAGER_CARD, Memory::text, "");
        byte[] open = store.read(RecordKind.REVERSAL, ONLY);
        reversal = open == null ? null : Reversal.decode(open);
        outbox = Outbox.found(store, out);
        for (String name : store.names(RecordKind.TRANSACTION)) {
            byte[] record = store.read(RecordKind.TRANSACTION, name);
            if (record != null) {
                enter(name, Voucher.decode(record));
            }
        }
    }

    /**
     * Makes a store look as if its terminal had come into this state by itself.
     *
     * @param checkValue of the master key in the pad, 8 hex digits; ignored for an unloaded terminal
     * @param batch 6 digits
     * @param nextTrace 6 digits
     */
    public static void prepare(Store store, TerminalState state, String checkValue, String batch, String nextTrace) {
        boolean loaded = state != TerminalState.UNLOADED;
        MasterKey.Status status = state == TerminalState.FROZEN ? MasterKey.Status.FROZEN : MasterKey.Status.ACTIVE;
        MasterKey key = loaded ? new MasterKey(status, checkValue, null) : MasterKey.NONE;
        TerminalState signed = loaded && state != TerminalState.FROZEN && state != TerminalState.SETTLED
                ? state
                : TerminalState.LOADED;
        Settlement settled =
                state == TerminalState.SETTLED ? new Settlement(Settlement.Phase.DONE, 0) : Settlement.NONE;
        Runnable nothing = () -> {};
        store.write(RecordKind.MASTER_KEY, ONLY, key.encode(), nothing);
        store.write(RecordKind.WORKING_KEYS, ONLY, bytes(signed.name()), nothing);
        store.write(RecordKind.SETTLEMENT_STATE, ONLY, settled.encode(), nothing);
        store.write(RecordKind.BATCH_NUMBER, ONLY, bytes(batch), nothing);
        store.write(RecordKind.TRACE_NUMBER, ONLY, bytes(nextTrace), nothing);
    }

    /** Says at power-on what was found, and finishes what the last power cut left half done. */
    void recover() {
        String state = state().english();
        emit(new TerminalEvents.StateChanged(state, state, "power on"));
        counters();
        if (settlement.phase() == Settlement.Phase.DONE && !journal.isEmpty()) {
            emptyJournal();
        }
        emit(new TerminalEvents.Journal(journal.size()));
        Reversal open = reversal;
        if (open != null && journal.containsKey(open.stan())) {
            closeReversal("answered");
        } else if (open != null) {
            emit(new TerminalEvents.ReversalOpen(open.stan(), open.reason(), open.tries(), true));
        }
    }

    public TerminalState state() {
        if (settings.lock() != Lock.OPEN) {
            return TerminalState.LOCKED;
        }
        if (masterKey.status() == MasterKey.Status.FROZEN) {
            return TerminalState.FROZEN;
        } else if (masterKey.status() != MasterKey.Status.ACTIVE) {
            return TerminalState.UNLOADED;
        }
        return settlement.phase() == Settlement.Phase.DONE ? TerminalState.SETTLED : signState;
    }

    /** Whether the pad has keys to talk to the host under: those of a sign-in outlive a settlement. */
    public boolean underKeys(boolean dukpt) {
        return masterKey.status() == MasterKey.Status.ACTIVE && (dukpt || signState == TerminalState.SIGNED_IN);
    }

    public MasterKey masterKey() {
        return masterKey;
    }

    public Programs programs() {
        return programs;
    }

    /** Programs in place of the old ones; those that came out of order leave no room for a master key. */
    public void newPrograms(Programs fresh) {
        programs = fresh;
        write(RecordKind.PROGRAMS, fresh.encode());
        emit(new TerminalEvents.ProgramsLoaded(fresh.version(), fresh.misplaced()));
        if (masterKey.status() != MasterKey.Status.EMPTY) {
            change("programs loaded", () -> putKey(masterKey));
        }
    }

    /** A key for a terminal that is {@code next} with it; working keys under an older one are void. */
    public void newKey(MasterKey key, TerminalState next, String reason) {
        change(reason, () -> {
            putKey(key);
            putSignState(next);
            if (settings.lock() == Lock.NUMBERS_CHANGED) {
                settings.lock(Lock.OPEN);
            }
        });
    }

    public void keyStatus(MasterKey.Status status, String reason) {
        change(reason, () -> putKey(masterKey.as(status)));
    }

    public Settings settings() {
        return settings;
    }

    /** The terminal is locked; an opened case costs the key. */
    public void lock(Lock why, String reason) {
        change(reason, () -> {
            settings.lock(why);
            if (why.costsKey() && masterKey.status() != MasterKey.Status.EMPTY) {
                putKey(masterKey.as(MasterKey.Status.LOST));
            }
        });
    }

    /** There is no key, and there never was one. */
    public void forgetKey(String reason) {
        change(reason, () -> {
            putKey(MasterKey.NONE);
            putSignState(TerminalState.LOADED);
        });
    }

    /** As the manufacturer delivers it; what was traded stays until the bank has read it. */
    void factoryReset() {
        forgetKey("factory reset");
        change("factory reset", settings::forget);
    }

    /** Number of a manager card that is blocked and that the host has not been told of; empty for none. */
    public String blockedCard() {
        return blockedCard;
    }

    public void blockedCard(String number) {
        blockedCard = number;
        write(RecordKind.MANAGER_CARD, bytes(number));
    }

    /** Whether there are reports of inspections that the host has not answered. */
    public boolean reportsWait() {
        return outbox != null && !outbox.waiting().isEmpty();
    }

    /** Reports of inspections; a terminal that has never been inspected has no place for them. */
    public Outbox inspections() {
        outbox = outbox == null ? new Outbox(out) : outbox;
        return outbox;
    }

    /** The host has answered the result of the download. */
    public void resultAnswered() {
        putKey(masterKey.answered());
    }

    /** Working keys are in the pad; a reversal that is still open may be tried again under them. */
    public void signedIn(String newBatch) {
        change("sign-in", () -> {
            if (!newBatch.equals(batch)) {
                batch = newBatch;
                write(RecordKind.BATCH_NUMBER, bytes(batch));
            }
            if (settlement.phase() == Settlement.Phase.DONE) {
                settlement(Settlement.NONE);
            }
            putSignState(TerminalState.SIGNED_IN);
        });
        Reversal open = reversal;
        if (open != null && open.tries() > 0) {
            openReversal(open.untried());
        }
        counters();
    }

    public void signedOff() {
        change("sign-off", () -> putSignState(TerminalState.SIGNED_OFF));
    }

    public String batch() {
        return batch;
    }

    /**
     * Passes for the terminal whose receipt this is: its batch number, and trace numbers far from those that it uses.
     * Nothing of it is kept over a power cut.
     */
    public void passFor(String stolenBatch, String stolenTrace) {
        batch = stolenBatch;
        int theirs = Integer.parseInt(stolenTrace);
        if (Math.abs(nextTrace - theirs) < FAR) {
            nextTrace = (theirs + FAR) % LAST_TRACE + 1;
        }
    }

    /** The next trace number, 000001 to 999999, which is used up by this. */
    public String takeTrace() {
        String stan = Decimal.digits(nextTrace, 6);
        nextTrace = nextTrace == LAST_TRACE ? 1 : nextTrace + 1;
        write(RecordKind.TRACE_NUMBER, bytes(Decimal.digits(nextTrace, 6)));
        counters();
        return stan;
    }

    public @Nullable Reversal reversal() {
        return reversal;
    }

    public void openReversal(Reversal record) {
        reversal = record;
        write(RecordKind.REVERSAL, record.encode());
        emit(new TerminalEvents.ReversalOpen(record.stan(), record.reason(), record.tries(), false));
    }

    /** Changes the reason of the record, if there is one. */
    public void reversalReason(String reason) {
        Reversal open = reversal;
        if (open != null) {
            openReversal(open.because(reason));
        }
    }

    /** The record is about to be sent once more. */
    public void reversalSent() {
        Reversal open = reversal;
        if (open != null) {
            openReversal(open.sentAgain());
        }
    }

    /** @param how acknowledged, dropped or answered */
    public void closeReversal(String how) {
        Reversal open = reversal;
        if (open == null) {
            return;
        }
        reversal = null;
        out.accept(new Effect.Delete(RecordKind.REVERSAL, ONLY));
        emit(new TerminalEvents.ReversalClosed(open.stan(), how));
        if (how.equals("acknowledged")) {
            emit(new TerminalEvents.Reversed(numbers.of(open.stan()), open.stan()));
        }
    }

    /** Transactions since the last settlement, in order of their trace numbers. */
    public List<Voucher> journal() {
        return List.copyOf(journal.values());
    }

    /** How many transactions there were since the last settlement. */
    public int journalSize() {
        return journal.size();
    }

    public @Nullable Voucher voucher(String stan) {
        return journal.get(stan);
    }

    public void keep(Voucher voucher) {
        write(voucher);
        emit(new TerminalEvents.Journal(journal.size()));
    }

    public void markVoided(Voucher original) {
        write(original.asVoided());
    }

    public Settlement settlement() {
        return settlement;
    }

    public void settlement(Settlement changed) {
        settlement = changed;
        write(RecordKind.SETTLEMENT_STATE, changed.encode());
    }

    /** The batch is closed. */
    public void settled() {
        change("settlement", () -> settlement(new Settlement(Settlement.Phase.DONE, 0)));
        emptyJournal();
        emit(new TerminalEvents.Journal(0));
    }

    private void emptyJournal() {
        new ArrayList<>(journal.keySet()).forEach(stan -> out.accept(new Effect.Delete(RecordKind.TRANSACTION, stan)));
        journal = Collections.emptySortedMap();
    }

    private void write(Voucher v) {
        enter(v.stan(), v);
        out.accept(new Effect.Write(RecordKind.TRANSACTION, v.stan(), v.encode()));
        emit(new TerminalEvents.JournalEntry(
                v.stan(), v.kind().english(), v.amountFen(), v.reference(), v.voided() ? "voided" : "approved"));
    }

    private void enter(String stan, Voucher voucher) {
        if (journal.isEmpty()) {
            journal = new TreeMap<>();
        }
        journal.put(stan, voucher);
    }

    private void putKey(MasterKey key) {
        masterKey = programs.misplaced().isEmpty() ? key : key.as(MasterKey.Status.LOST);
        write(RecordKind.MASTER_KEY, masterKey.encode());
    }

    private void putSignState(TerminalState state) {
        signState = state;
        write(RecordKind.WORKING_KEYS, bytes(state.name()));
    }

    private void change(String reason, Runnable how) {
        TerminalState before = state();
        how.run();
        if (state() != before) {
            emit(new TerminalEvents.StateChanged(before.english(), state().english(), reason));
        }
    }

    private void counters() {
        emit(new TerminalEvents.Counters(batch, Decimal.digits(nextTrace, 6)));
    }

    private void write(RecordKind kind, byte[] record) {
        out.accept(new Effect.Write(kind, ONLY, record));
    }

    private void emit(TraceEvent event) {
        out.accept(new Effect.Emit(event));
    }

    private static <T> T read(Store store, RecordKind kind, Function<byte[], T> decode, T preset) {
        byte[] record = store.read(kind, ONLY);
        return record == null ? preset : decode.apply(record);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] record) {
        return new String(record, StandardCharsets.UTF_8);
    }
}
