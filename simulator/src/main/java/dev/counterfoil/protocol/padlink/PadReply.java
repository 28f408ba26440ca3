package dev.counterfoil.protocol.padlink;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a pad sends: the answer to a command, a pressed key, or a notice that nobody has just asked for. */
public sealed interface PadReply {
    /** Pressed keys, one byte outside any frame. */
    record Pressed(PadKey key) implements PadReply {}

    /**
     * The answer to the command before it. It carries no command code, so a terminal keeps one command open at a time.
     *
     * @param code 60 to FF without B0 to BF, see {@link PadResult}
     * @param data 0 to 9998 bytes, by the command: see {@link PadCommand}
     */
    record Answer(int code, byte[] data) implements PadReply {
        public Answer(PadResult result) {
            this(result.code(), new byte[0]);
        }

        public Answer(byte[] data) {
            this(PadResult.GOOD.code(), data);
        }

        public PadResult result() {
            return PadResult.of(code);
        }

        public boolean good() {
            return result() == PadResult.GOOD;
        }

        /**
         * The bytes that the data are the hex digits of.
         *
         * @throws Malformed when they are none
         */
        public byte[] hex() {
            return Hex.bytes(PadFrame.text(data));
        }

        /** The data as text. */
        public String text() {
            return PadFrame.text(data);
        }
    }

    /**
     * The data of the answer to {@link PadCommand.TestSlot}: what the sensor of the card slot reads. A reader that
     * somebody has put over the slot changes it.
     *
     * @param percent of what it read at the factory, 0 to 999
     */
    record SlotReading(int percent) {
        /** With nothing over the slot. */
        public static final SlotReading FREE = new SlotReading(100);

        private static final int TOLERANCE = 10;
        private static final int DIGITS = 3;

        /** Whether something is over the slot: a reading more than 10 percent off. */
        public boolean covered() {
            return Math.abs(percent - FREE.percent) > TOLERANCE;
        }

        /** 3 digits. */
        public byte[] encode() {
            return Fields.decimal(percent, DIGITS).getBytes(StandardCharsets.US_ASCII);
        }

        /** @throws Malformed unless the data are 3 digits */
        public static SlotReading decode(byte[] data) {
            Fields in = new Fields("slot reading", PadFrame.text(data), 0);
            SlotReading reading = new SlotReading(in.number(DIGITS));
            in.end();
            return reading;
        }
    }

    /**
     * B1: a card is in the slot and the pad has looked at it.
     *
     * @param number of a manager card, 1 to 19 digits; empty for any other
     * @param expiry of a manager card, YYYYMMDD; empty for any other
     */
    record CardIn(CardKind kind, String number, String expiry) implements PadReply {}

    /** B2: the card was taken out. The pad has wiped what came from it. */
    record CardOut() implements PadReply {}

    /**
     * B3: the card has checked the password typed.
     *
     * @param statusWord the card's own answer: 9000 good, 63C0 to 63CF tries left, 6983 blocked
     */
    record PasswordChecked(int statusWord) implements PadReply {}

    /** B4: nobody has finished the entry, or put in a card, in the time given. */
    record TimedOut() implements PadReply {}

    /** B5: ENTER was pressed without a digit, where the terminal allows that. */
    record Bypassed() implements PadReply {}

    /**
     * B6: how the pad took what came on its injection cable.
     *
     * @param detail check value of a loaded key, 8 hex digits; result code of the injection cable otherwise, 2 hex
     *     digits
     */
    record InjectionSaid(InjectionOutcome outcome, String detail) implements PadReply {}

    /**
     * B7: what came of a key component.
     *
     * @param detail by the outcome: a check value of 8 hex digits, a number, or nothing
     */
    record ComponentSaid(ComponentOutcome outcome, String detail) implements PadReply {}

    /** The bytes of this reply: a frame, or one byte for a pressed key. */
    default byte[] encode() {
        if (this instanceof Pressed m) {
            return new byte[] {(byte) m.key.code()};
        } else if (this instanceof Answer m) {
            return frame(m.code, m.data);
        } else if (this instanceof CardIn m) {
            return frame(0xB1, PadFrame.ascii(m.kind.code() + Fields.counted(m.number) + m.expiry));
        } else if (this instanceof CardOut) {
            return frame(0xB2, new byte[0]);
        } else if (this instanceof PasswordChecked m) {
            return frame(0xB3, PadFrame.ascii(Hex.of(new byte[] {(byte) (m.statusWord >> 8), (byte) m.statusWord})));
        } else if (this instanceof InjectionSaid m) {
            return frame(0xB6, PadFrame.ascii(m.outcome.code() + m.detail));
        } else if (this instanceof ComponentSaid m) {
            return frame(0xB7, PadFrame.ascii(m.outcome.code() + m.detail));
        }
        return frame(this instanceof TimedOut ? 0xB4 : 0xB5, new byte[0]);
    }

    /**
     * The reply in one piece of a {@link PadFrameReader}.
     *
     * @throws Malformed when it is none, the LRC is wrong or the byte is no key
     */
    static PadReply decode(byte[] piece) {
        if (piece.length == 1) {
            return pressed(piece[0]);
        }
        byte[] whole = PadFrame.data(piece);
        byte[] data = Arrays.copyOfRange(whole, 1, whole.length);
        int code = whole[0] & 0xFF;
        Fields in = new Fields("notice " + Integer.toHexString(code), PadFrame.text(data), 0);
        PadReply reply = switch (code) {
            case 0xB1 -> new CardIn(in.oneOf(CardKind.values()), in.counted(), in.rest());
            case 0xB2 -> new CardOut();
            case 0xB3 -> new PasswordChecked(statusWord(in.hex(2)));
            case 0xB4 -> new TimedOut();
            case 0xB5 -> new Bypassed();
            case 0xB6 -> new InjectionSaid(in.oneOf(InjectionOutcome.values()), Hex.of(in.hex()));
            case 0xB7 -> new ComponentSaid(in.oneOf(ComponentOutcome.values()), in.rest());
            default -> new Answer(code, data);
        };
        if (!(reply instanceof Answer)) {
            in.end();
        }
        return reply;
    }

    private static byte[] frame(int code, byte[] data) {
        byte[] whole = new byte[data.length + 1];
        whole[0] = (byte) code;
        System.arraycopy(data, 0, whole, 1, data.length);
        return PadFrame.of(whole);
    }

    private static int statusWord(byte[] sw) {
        return (sw[0] & 0xFF) << 8 | sw[1] & 0xFF;
    }

    private static PadReply pressed(byte code) {
        for (PadKey key : PadKey.values()) {
            if (key.code() == code) {
                return new Pressed(key);
            }
        }
        throw new Malformed("pressed key", 0, "2A, 08, 0D or 1B", Hex.of(new byte[] {code}));
    }
}
