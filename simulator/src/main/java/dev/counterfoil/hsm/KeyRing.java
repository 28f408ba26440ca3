package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.crypto.dukpt.Dukpt;
import dev.counterfoil.crypto.dukpt.DukptScheme;
import dev.counterfoil.crypto.dukpt.Ksn;
import dev.counterfoil.crypto.dukpt.TransactionKey;
import dev.counterfoil.hsm.online.OnlineCommands;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HsmError;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings keys in from their enciphered text and writes them back; keys of even parity are refused. Keys that commands
 * have used lately stay loaded, so that a cipher is set up once for a key and not once for a command.
 */
final class KeyRing implements OnlineCommands.MasterKeys {
    private static final int MOST_LOADED = 1024;
    private static final int DOUBLE_BYTES = 16;

    /** A key that a command has named by its text: of which type it was taken then, and whether for SM4, AES or DES. */
    private record Loaded(CipherKind kind, KeyType type, CipherKey key) {}

    private final VariantLmk lmk;
    private final NonceSource random;
    private final Map<String, Loaded> loaded = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Loaded> eldest) {
            return size() > MOST_LOADED;
        }
    };
    private HsmEngine.@Nullable Printer printer;
    private int letters;
    private HsmEngine.KeyBirth births = (underLmk, clear) -> {};

    KeyRing(VariantLmk lmk, NonceSource random) {
        this.lmk = lmk;
        this.random = random;
    }

    /**
     * A working key.
     *
     * @param parityError 10 for the source key of a command, 11 for the destination key
     */
    CipherKey key(KeyType type, String text, String parityError) {
        return loaded(CipherKind.TDES, type, text, parityError);
    }

    /**
     * The same for a command that takes the bytes of a double-length key for one of SM4.
     *
     * @throws HsmRefusal 27 for a key of another length
     */
    CipherKey sm4Key(KeyType type, String text, String parityError) {
        HsmRefusal.unless(KeyText.of(text).bytes().length == DOUBLE_BYTES, HsmError.KEY_LENGTHS);
        return loaded(CipherKind.SM4, type, text, parityError);
    }

    /**
     * Works with the key of one DUKPT transaction, which is wiped afterwards. The BDK of an AES device has the bytes of
     * a double-length key, of odd parity like any under this LMK.
     *
     * @throws HsmRefusal 27 for a BDK of another length, 15 for a counter that no device uses
     */
    <T> T inTransaction(Fields request, Function<TransactionKey, T> work) {
        Ksn ksn = Ksn.ofHex(request.text("ksn"));
        CipherKind kind = ksn.scheme() == DukptScheme.AES ? CipherKind.AES : CipherKind.TDES;
        KeyText text = KeyText.of(request.text("bdk"));
        HsmRefusal.unless(text.bytes().length == DOUBLE_BYTES, HsmError.KEY_LENGTHS);
        CipherKey bdk = loaded(kind, KeyType.BDK, request.text("bdk"), HsmError.SOURCE_KEY_PARITY);
        if (!(Dukpt.transaction(bdk, ksn) instanceof Dukpt.Derived derived)) {
            throw new HsmRefusal(HsmError.INVALID_INPUT);
        }
        try {
            return work.apply(derived.key());
        } finally {
            derived.key().erase();
        }
    }

    @Override
    public CipherKey masterKey(CipherKind kind, String text) {
        CipherKey key = loaded(kind, KeyType.TERMINAL, text, HsmError.DESTINATION_KEY_PARITY);
        HsmRefusal.unless(key.lengthBytes() == DOUBLE_BYTES, HsmError.KEY_LENGTHS);
        return key;
    }

    @Override
    public CipherKey newKey(CipherKind kind) {
        return taking(kind, generate(DOUBLE_BYTES));
    }

    /** The key of bytes that are wiped. */
    private static CipherKey taking(CipherKind kind, byte[] clear) {
        CipherKey key = CipherKey.of(kind, clear);
        Arrays.fill(clear, (byte) 0);
        return key;
    }

    @Override
    public String underLmk(CipherKey masterKey) {
        byte[] clear = masterKey.clear();
        String written = underLmk(KeyType.TERMINAL, KeyScheme.U, clear);
        Arrays.fill(clear, (byte) 0);
        return written;
    }

    private CipherKey loaded(CipherKind kind, KeyType type, String text, String parityError) {
        Loaded known = loaded.get(text);
        if (known == null || known.kind != kind || !known.type.equals(type)) {
            byte[] clear = clear(type, text, parityError);
            CipherKind cipher = kind == CipherKind.TDES ? CipherKind.desOf(clear.length) : kind;
            known = new Loaded(kind, type, taking(cipher, clear));
            loaded.put(text, known);
        }
        return known.key;
    }

    /** A ZMK or TMK that other keys are enciphered under. */
    WrappingKey wrappingKey(KeyType type, String text) {
        return new WrappingKey(clear(type, text, HsmError.SOURCE_KEY_PARITY));
    }

    /** The clear bytes of a key under the LMK. */
    byte[] clear(KeyType type, String text, String parityError) {
        KeyText key = KeyText.of(text);
        byte[] clear = lmk.wrapper(type).unwrap(key.scheme(), key.bytes());
        HsmRefusal.unless(OddParity.holds(clear), parityError);
        return clear;
    }

    /** A key under the LMK in a scheme of its length. */
    String underLmk(KeyType type, KeyScheme scheme, byte[] clear) {
        String written = under(lmk.wrapper(type), scheme, clear);
        births.born(written, clear);
        return written;
    }

    /** Has a listener told of every key that is written under the LMK. */
    void listen(HsmEngine.KeyBirth listener) {
        births = listener;
    }

    /** From now on components are printed here. */
    void printOn(HsmEngine.Printer itsPrinter) {
        printer = itsPrinter;
    }

    /**
     * Prints a component as the letter of its custodian.
     *
     * @throws HsmRefusal 16 when there is no printer
     */
    void print(String keyType, byte[] component) {
        HsmEngine.Printer ready = printer;
        if (ready == null) {
            throw new HsmRefusal(HsmError.PRINTER);
        }
        CipherKey key = CipherKey.of(CipherKind.desOf(component.length), component.clone());
        String digits = Hex.of(component).replaceAll("(.{4})(?=.)", "$1 ");
        ready.print(String.format(
                Locale.ROOT,
                "KEY COMPONENT %04d\nKEY TYPE      %s\nCOMPONENT     %s\nCHECK VALUE   %s\n",
                ++letters,
                keyType,
                digits,
                key.kcv()));
        key.erase();
    }

    /**
     * A key under another key.
     *
     * @throws HsmRefusal 27 when the scheme is for keys of another length
     */
    String under(WrappingKey wrapper, KeyScheme scheme, byte[] clear) {
        HsmRefusal.unless(scheme.lengthBytes() == clear.length, HsmError.KEY_LENGTHS);
        return KeyText.write(scheme, wrapper.wrap(scheme, clear));
    }

    /** The clear bytes of a new key, of odd parity. */
    byte[] generate(int lengthBytes) {
        byte[] key = new byte[lengthBytes];
        random.nextBytes(key);
        return OddParity.set(key);
    }

    /** A new key of a type. */
    CipherKey generateKey(int lengthBytes) {
        return taking(CipherKind.desOf(lengthBytes), generate(lengthBytes));
    }

    VariantLmk lmk() {
        return lmk;
    }
}
