package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.OddParity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A local master key of the variant kind: 20 pairs, 00-01 to 38-39, each a double-length triple-DES key.
 *
 * <p>Variants 1 to 9 of a pair differ in its first byte. Printing shows the check value.
 */
public final class VariantLmk {
    private static final int PAIRS = 20;
    private static final int PAIR_BYTES = 16;
    private static final int PIN_PAIR = 1;
    private static final int[] VARIANTS = {0, 0xA6, 0x5A, 0x6A, 0xDE, 0x2B, 0x50, 0x74, 0x9C, 0xFA};

    /** The test LMK that simulators and test scripts of this command set have shared for decades. */
    private static final List<String> TEST_SET = List.of(
            "01010101010101017902CD1FD36EF8BA",
            "20202020202020203131313131313131",
            "40404040404040405151515151515151",
            "61616161616161617070707070707070",
            "80808080808080809191919191919191",
            "A1A1A1A1A1A1A1A1B0B0B0B0B0B0B0B0",
            "C1C1010101010101D0D0010101010101",
            "E0E0010101010101F1F1010101010101",
            "1C587F1C13924FEF0101010101010101",
            "01010101010101010101010101010101",
            "02020202020202020404040404040404",
            "07070707070707071010101010101010",
            "13131313131313131515151515151515",
            "16161616161616161919191919191919",
            "1A1A1A1A1A1A1A1A1C1C1C1C1C1C1C1C",
            "23232323232323232525252525252525",
            "26262626262626262929292929292929",
            "2A2A2A2A2A2A2A2A2C2C2C2C2C2C2C2C",
            "2F2F2F2F2F2F2F2F3131313131313131",
            "01010101010101010101010101010101");

    private static final VariantLmk SHARED_TEST_SET =
            new VariantLmk(TEST_SET.stream().map(Hex::bytes).toList());

    private final List<byte[]> pairs;
    private final Map<KeyType, WrappingKey> wrappers = new ConcurrentHashMap<>();

    private VariantLmk(List<byte[]> pairs) {
        this.pairs = pairs;
    }

    /**
     * The public test set. Whoever knows a key under it knows the key. All HSMs that have it share it, on any thread,
     * so that its ciphers are set up once.
     */
    public static VariantLmk testSet() {
        return SHARED_TEST_SET;
    }

    /** An LMK of 320 bytes drawn from {@code random}, with odd parity. */
    public static VariantLmk generate(NonceSource random) {
        List<byte[]> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            byte[] pair = new byte[PAIR_BYTES];
            random.nextBytes(pair);
            pairs.add(OddParity.set(pair));
        }
        return new VariantLmk(pairs);
    }

    /** 16 hex digits: the zero block enciphered under every pair, all added. */
    public String checkValue() {
        byte[] sum = new byte[8];
        for (byte[] pair : pairs) {
            byte[] check = CipherKey.of(CipherKind.TDES, pair).encryptEcb(new byte[8]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] ^= check[i];
            }
        }
        return Hex.of(sum);
    }

    /** The variant of a pair that protects keys of this type. */
    WrappingKey wrapper(KeyType type) {
        return wrappers.computeIfAbsent(type, wanted -> new WrappingKey(varied(wanted)));
    }

    /** The pair that protects PINs. */
    CipherKey pinKey() {
        return CipherKey.of(CipherKind.TDES, pairs.get(PIN_PAIR));
    }

    private byte[] varied(KeyType type) {
        byte[] pair = pairs.get(type.pair()).clone();
        pair[0] ^= (byte) VARIANTS[type.variant()];
        return pair;
    }

    /** The check value only. */
    @Override
    public String toString() {
        return "LMK " + checkValue();
    }
}
