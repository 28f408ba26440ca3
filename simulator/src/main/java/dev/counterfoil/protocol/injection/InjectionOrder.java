package dev.counterfoil.protocol.injection;

/** What a loader or a mother POS orders; each order gets one answer. */
public sealed interface InjectionOrder {
    /** Key type of a terminal master key. */
    int MASTER_KEY = 0x01;

    /** Key type of the initial key of a TDES DUKPT device, whose KSN stands in {@link Above}; our own value. */
    int DUKPT_TDES = 0x21;

    /** The same for AES, of whose KSN the 16 digits of the initial key's identifier are sent, and four zeros. */
    int DUKPT_AES = 0x22;

    /** The key is not enciphered. */
    int IN_CLEAR = 0x00;

    /** A mode of {@link Mode}: keys come in clear. */
    int MODE_CLEAR = 0x00;

    /** A mode of {@link Mode}: keys come under a key that is printed in every such terminal's source. */
    int MODE_FIXED_KEY = 0x03;

    /**
     * Load a key.
     *
     * @param slot 0 to 99
     * @param keyType {@link #MASTER_KEY} or another byte
     * @param encryption {@link #IN_CLEAR} or another byte
     * @param checkValue 4 upper-case hex digits; empty where the framing has no place for it
     * @param above what the key came under, and its serial number
     * @param key 1 byte and more
     */
    record Load(int slot, int keyType, int encryption, String checkValue, Above above, byte[] key)
            implements InjectionOrder {
        /** A master key that is under no other. */
        public Load(int slot, String checkValue, byte[] key) {
            this(slot, MASTER_KEY, IN_CLEAR, checkValue, Above.NOTHING, key);
        }

        @Override
        public String toString() {
            return "Load[" + slot + ", " + checkValue + "]";
        }
    }

    /**
     * A key transfer key, and the serial number of a key that has one.
     *
     * @param slot 0 to 99
     * @param checkValue 4 upper-case hex digits
     * @param serialNumber 20 upper-case hex digits
     */
    record Above(int slot, String checkValue, String serialNumber) {
        public static final Above NOTHING = new Above(0, "0000", "0".repeat(20));
    }

    /** How the keys to come are enciphered; {@code transportKey} has 8 bytes and is not used by the known modes. */
    record Mode(int mode, byte[] transportKey) implements InjectionOrder {
        @Override
        public String toString() {
            return "Mode[" + mode + "]";
        }
    }

    /** End whatever is going on. */
    record Cancel() implements InjectionOrder {}

    /** Whether anybody is there. */
    record Poll() implements InjectionOrder {}

    record ReadSerialNumber() implements InjectionOrder {}

    /** @param serialNumber 16 characters */
    record WriteSerialNumber(String serialNumber) implements InjectionOrder {}

    record DeleteAllKeys() implements InjectionOrder {}

    record DeleteKey(int slot, int keyType) implements InjectionOrder {}

    /**
     * The loader's program greets the mother POS; our own, between those two only.
     *
     * @param date of the PC, YYYYMMDD
     */
    record Hello(String date) implements InjectionOrder {}
}
