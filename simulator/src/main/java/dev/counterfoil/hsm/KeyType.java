package dev.counterfoil.hsm;

import dev.counterfoil.protocol.hostcommand.HsmError;

/**
 * A key type: which LMK pair, in which variant, protects a key.
 *
 * @param variant 0 to 9; 0 leaves the pair as it is
 * @param pair index of the LMK pair, 0 for 00-01 to 19 for 38-39
 */
record KeyType(int variant, int pair) {
    static final KeyType ZMK = of("000");
    static final KeyType ZPK = of("001");
    /** TMK, TPK and PVK share a type in the classic key table. */
    static final KeyType TERMINAL = of("002");

    static final KeyType TAK = of("003");
    static final KeyType ZAK = of("008");
    static final KeyType ZEK = of("00A");
    static final KeyType DEK = of("00B");
    /** A terminal's data key, here the TDK of track data. */
    static final KeyType TDK = of("30B");
    /** BDK-1 of the imitated model. */
    static final KeyType BDK = of("009");
    /** The master key of manager cards: a type of this product's own, LMK pair 38-39 variant 1. */
    static final KeyType CARD_MASTER = of("10E");
    /** The master key of blank cards' transport keys: a type of this product's own too, variant 2. */
    static final KeyType CARD_TRANSPORT = of("20E");

    /**
     * The type of a 3-digit code: the variant, then two digits for the pair: 00 and 01 stand for
     * the pairs 04-05 and 06-07, 02 to 0E for 14-15 to 38-39.
     *
     * @throws HsmRefusal 04 for a code that names no pair or variant
     */
    static KeyType of(String code) {
        int variant = Character.digit(code.charAt(0), 16);
        int pairCode = Integer.parseInt(code.substring(1), 16);
        HsmRefusal.unless(variant <= 9 && pairCode < 15, HsmError.KEY_TYPE_CODE);
        return new KeyType(variant, pairCode < 2 ? 2 + pairCode : 5 + pairCode);
    }
}
