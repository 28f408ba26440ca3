package dev.counterfoil.protocol.padlink;

import dev.counterfoil.codec.Malformed;

/**
 * What a terminal asks of its pad. Every command gets exactly one {@link PadReply.Answer}; commands that wait for a
 * person are answered at once, and what the person does follows as pressed keys and notices. Keys are written as hex.
 */
public sealed interface PadCommand {
    /**
     * 1: a master key comes in.
     *
     * @param index 0 to 99
     * @param mode {@code 0} in clear, {@code 1} under the master key in place
     * @param key 8, 16 or 24 bytes
     */
    record LoadMasterKey(int index, char mode, byte[] key) implements PadCommand {}

    /**
     * 2: one working key under the master key.
     *
     * @param master index of the master key, 0 to 99
     * @param wrapped 8, 16 or 24 bytes
     * @param checkValue 8 upper-case hex digits
     */
    record LoadWorkingKey(int master, PadSlot slot, KeyUse use, byte[] wrapped, String checkValue)
            implements PadCommand {}

    /** X05: all keys are wiped, at once and for good; whoever is on the cable can say it, and gains nothing by it. */
    record EraseKeys(Erasure cause) implements PadCommand {}

    /** Why keys are erased. */
    enum Erasure implements Coded {
        /** The terminal has been attacked: the slots are LOST. */
        ATTACK("0"),
        /** The terminal is withdrawn from its shop: the slots are EMPTY. */
        WITHDRAWAL("1");

        private final String code;

        Erasure(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** 5030: ends every entry and every download; keys stay. */
    record Reset() implements PadCommand {}

    /** 5032: ends the entry in progress, if any. */
    record CancelInput() implements PadCommand {}

    /** 54: the shortest PIN that is taken, 4 to 12 digits; the longest is at least as long. */
    record ShortestPin(int digits) implements PadCommand {}

    /** 55: the longest PIN that is taken, 4 to 12 digits; the shortest is at most as long. */
    record LongestPin(int digits) implements PadCommand {}

    /**
     * 6: asks the person for the PIN. Answered at once; then {@link PadReply.Pressed} for each key, ENTER when the
     * PIN is
     * complete, or {@link PadReply.Bypassed} or {@link PadReply.TimedOut}. A PIN of a wrong length is asked again
     * after CLEAR.
     *
     * @param bypass whether ENTER without a digit is allowed
     * @param timeoutSeconds 1 to 999, from key to key
     */
    record StartPinEntry(boolean bypass, int timeoutSeconds) implements PadCommand {}

    /**
     * 7: the PIN typed last, as an encrypted block, once. The answer is 16 hex digits, 32 under SM4.
     *
     * @param panDigits the 12 digits of the card number left of its check digit, filled with zeros on the left
     */
    record ReadPinBlock(PadSlot slot, PinBlockKind kind, String panDigits) implements PadCommand {
        @Override
        public String toString() {
            return "ReadPinBlock[" + slot + ", " + kind + "]";
        }
    }

    /** 8: a MAC over 1 to 4900 bytes. The answer is the 8 bytes of F64 as 16 hex digits. */
    record Mac(PadSlot slot, MacKind kind, byte[] data) implements PadCommand {}

    /** 9: a cipher over whole blocks. The answer is as many bytes in hex. Key slots allow it for zero blocks only. */
    record Cipher(PadSlot slot, CipherMode mode, byte[] data) implements PadCommand {}

    /** X01: what a slot holds. The answer is a {@link KeyReport}. */
    record KeyStatus(PadSlot slot) implements PadCommand {}

    /** X02: the pad's serial number, as text. */
    record ReadSerialNumber() implements PadCommand {}

    /** X03: which terminal the pad belongs to, as text. */
    record ReadPairing() implements PadCommand {}

    /**
     * X04: keys of a frozen pad become usable again if the pad belongs to this terminal; else they are wiped.
     *
     * @param pairing 1 to 99 characters
     */
    record Reactivate(String pairing) implements PadCommand {}

    /** X06: looks at the sensor of the card slot now. The answer is a {@link PadReply.SlotReading}. */
    record TestSlot() implements PadCommand {}

    /** X10: waits for a card. Answered at once; {@link PadReply.CardIn} or {@link PadReply.TimedOut} follows. */
    record AwaitCard(int timeoutSeconds) implements PadCommand {}

    /**
     * X11: asks the person for the password of the card in the slot. Answered at once; keys as with a PIN, and after
     * ENTER {@link PadReply.PasswordChecked}.
     */
    record StartCardPassword(int timeoutSeconds) implements PadCommand {}

    /** X12: draws R1 and R2 and encrypts R1 under the card key. The answer is a {@link Challenge}. */
    record BeginDownload() implements PadCommand {}

    /** X13: whether the host knows the card key: C2 = E(card key, R2), 8 or 16 bytes. Good, or EC. */
    record CheckHost(byte[] c2) implements PadCommand {}

    /**
     * X14: a master key under the card key; taken only after {@link CheckHost} was good.
     *
     * @param index 0 to 99
     * @param checkValue 8 upper-case hex digits
     * @param wrapped 16 or 24 bytes
     */
    record LoadUnderCardKey(int index, String checkValue, byte[] wrapped) implements PadCommand {}

    /** X15: the download is over, well or not: card key and random numbers are wiped, an entry or wait ends. */
    record EndDownload() implements PadCommand {}

    /** X16: as {@link BeginDownload}, for a hardened download: C1 is under the card key's key for authentication. */
    record BeginHardenedDownload() implements PadCommand {}

    /** X17: the MAC of a message that the terminal sends in a hardened download. The answer is 8 bytes in hex. */
    record DownloadMac(DownloadKey key, byte[] data) implements PadCommand {}

    /** X18: whether the MAC of an answer is right in a hardened download. Good, or EC. */
    record CheckDownloadMac(DownloadKey key, byte[] mac, byte[] data) implements PadCommand {}

    /**
     * X19: a master key in a key block; taken only after {@link CheckHost} was good.
     *
     * @param index 0 to 99
     * @param checkValue 8 upper-case hex digits
     * @param block of TR-31, in its characters
     */
    record LoadKeyBlock(int index, String checkValue, String block) implements PadCommand {}

    /**
     * X22: asks the person for the injection password. Answered at once; keys and {@link PadReply.PasswordChecked}
     * follow. After the right one the pad takes keys on its injection cable until {@link EndDownload}, and says {@link
     * PadReply.InjectionSaid}.
     */
    record StartInjection(int timeoutSeconds) implements PadCommand {}

    /**
     * X23: asks a custodian for a key component. Answered at once; keys follow, {@link PadReply.PasswordChecked} after
     * the custodian's password, and {@link PadReply.ComponentSaid}. {@link EndDownload} forgets what was typed.
     *
     * @param number from 1; the first one begins anew
     * @param timeoutSeconds 1 to 999, from key to key
     */
    record StartComponent(int number, int timeoutSeconds) implements PadCommand {}

    /**
     * X26: the keys of the next transaction under DUKPT stand in the slots 01 to 04 until the next drawing or a power
     * cut. The answer is the KSN, 20 or 24 hex digits; E8 when no key is left.
     */
    record DrawKey() implements PadCommand {}

    /**
     * X27: as {@link ReadPinBlock}, in an ISO 9564 block of format 4 under an AES key. The answer is 32 hex digits.
     *
     * @param pan the whole card number, 12 to 19 digits
     */
    record ReadLongPinBlock(PadSlot slot, String pan) implements PadCommand {
        @Override
        public String toString() {
            return "ReadLongPinBlock[" + slot + "]";
        }
    }

    /**
     * X24: draws a transport key and gives it under a public key of the host. The answer is its check value, 8 hex
     * digits, and the cipher text in hex. EC when the pad was told by its owner to trust another key only.
     *
     * @param hardened whether the public key must be the one that the pad knows
     * @param exponent RSA: 1 to 4 bytes; SM2: empty
     * @param value RSA: the modulus; SM2: the point, 65 bytes
     */
    record WrapTransportKey(boolean hardened, HostKeyKind kind, byte[] exponent, byte[] value) implements PadCommand {}

    /** The algorithm of a host's public key. */
    enum HostKeyKind implements Coded {
        RSA("0"),
        SM2("1");

        private final String code;

        HostKeyKind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * X25: a master key under the transport key that {@link WrapTransportKey} drew, sealed where that was hardened.
     *
     * @param index 0 to 99
     * @param checkValue 8 upper-case hex digits
     * @param key 32 hex digits, or sealed
     */
    record LoadUnderTransportKey(int index, String checkValue, String key) implements PadCommand {}

    /** X20: a track under the track key. The answer is its digits, as they go into F35 or F36. */
    record EncryptTrack(PadSlot slot, TrackKind kind, String track) implements PadCommand {
        @Override
        public String toString() {
            return "EncryptTrack[" + slot + ", " + kind + "]";
        }
    }

    /**
     * X21: all working keys of a sign-in answer, or none. With E7 the answer names the wrong ones: {@code PIK}, {@code
     * MAK}, {@code TDK}, a space between them.
     *
     * @param f62 24, 40 or 60 bytes
     */
    record LoadKeySet(MakKind mak, byte[] f62) implements PadCommand {}

    /** The frame of this command. */
    default byte[] encode() {
        return PadFrame.of(PadFrame.ascii(PadTable.write(this)));
    }

    /** Whether the piece is a frame with a right LRC, whatever it says. */
    static boolean intact(byte[] piece) {
        return PadFrame.intact(piece);
    }

    /**
     * The command in one piece of a {@link PadFrameReader}.
     *
     * @throws Malformed when it is none, or the LRC is wrong
     */
    static PadCommand decode(byte[] frame) {
        return PadTable.read(PadFrame.text(PadFrame.data(frame)));
    }
}
