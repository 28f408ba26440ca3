package dev.counterfoil.terminal.guard;

import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What has been set on a terminal by hand since it was delivered, and whether it is locked. */
public final class Settings {
    private static final String SEAL = "seal";
    private static final String NUMBERS = "numbers";
    private static final String PASSWORDS = "passwords";

    private final BiConsumer<String, byte[]> out;
    private SortedMap<String, String> passwords = Collections.emptySortedMap();
    private Seal seal = Seal.WHOLE;
    private Numbers numbers = Numbers.AS_DELIVERED;

    /**
     * The numbers that a terminal calls itself by.
     *
     * @param terminalId F41, 8 characters, or empty for the one that it was delivered with
     * @param merchantId F42, 15 characters, or empty
     */
    public record Numbers(String terminalId, String merchantId) {
        static final Numbers AS_DELIVERED = new Numbers("", "");

        byte[] encode() {
            return new Row().put(terminalId).put(merchantId).encode();
        }

        static Numbers decode(byte[] record) {
            Row.Reader in = Row.read(record);
            return new Numbers(in.text(), in.text());
        }
    }

    /** @param out takes records by name, to be written as {@link RecordKind#SEAL} */
    public Settings(Store store, BiConsumer<String, byte[]> out) {
        this.out = out;
        byte[] ofSeal = store.read(RecordKind.SEAL, SEAL);
        byte[] ofNumbers = store.read(RecordKind.SEAL, NUMBERS);
        byte[] ofPasswords = store.read(RecordKind.SEAL, PASSWORDS);
        seal = ofSeal == null ? seal : Seal.decode(ofSeal);
        numbers = ofNumbers == null ? numbers : Numbers.decode(ofNumbers);
        if (ofPasswords != null) {
            passwords = passwordsIn(Row.read(ofPasswords));
        }
    }

    private static SortedMap<String, String> passwordsIn(Row.Reader in) {
        SortedMap<String, String> passwords = new TreeMap<>();
        while (in.more()) {
            passwords.put(in.text(), in.text());
        }
        return passwords;
    }

    public Seal seal() {
        return seal;
    }

    public Lock lock() {
        return seal.lock();
    }

    public void lock(Lock lock) {
        put(Seal.broken(lock));
    }

    /** The host has heard why the terminal is locked. */
    public void told() {
        put(seal.asTold());
    }

    private void put(Seal changed) {
        seal = changed;
        out.accept(SEAL, changed.encode());
    }

    public Numbers numbers() {
        return numbers;
    }

    public void numbers(Numbers changed) {
        numbers = changed;
        out.accept(NUMBERS, changed.encode());
    }

    /** The password that an operator has chosen, or null for the one of delivery. */
    public @Nullable String password(String operator) {
        return passwords.get(operator);
    }

    public void password(String operator, String digits) {
        SortedMap<String, String> changed = new TreeMap<>(passwords);
        changed.put(operator, digits);
        passwords = changed;
        putPasswords();
    }

    /** Everything is as delivered. */
    public void forget() {
        passwords = Collections.emptySortedMap();
        putPasswords();
        numbers(Numbers.AS_DELIVERED);
        lock(Lock.OPEN);
    }

    private void putPasswords() {
        Row row = new Row();
        passwords.forEach((operator, digits) -> row.put(operator).put(digits));
        out.accept(PASSWORDS, row.encode());
    }
}
