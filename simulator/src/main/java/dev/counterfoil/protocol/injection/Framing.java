package dev.counterfoil.protocol.injection;

import dev.counterfoil.codec.Malformed;
import java.util.List;

/** How orders and answers are spelt on an injection cable. */
public interface Framing {
    Framing FUTUREX = new Futurex();
    Framing XGD = new Xgd();

    /**
     * The framing of a name: {@code futurex} or {@code xgd}.
     *
     * @throws IllegalArgumentException for another
     */
    static Framing named(String name) {
        return switch (name) {
            case "futurex" -> FUTUREX;
            case "xgd" -> XGD;
            default -> throw new IllegalArgumentException("no injection framing is called " + name);
        };
    }

    /** Cuts one direction of a stream into frames. */
    Reader reader();

    /** Whether it is a whole frame whose check byte is right, whatever it says. */
    boolean intact(byte[] frame);

    /** @throws Malformed when the frame is none, its check byte is wrong, or it says nothing that is known */
    InjectionOrder order(byte[] frame);

    /** @throws Malformed when the frame is none, its check byte is wrong, or it says nothing that is known */
    InjectionAnswer answer(byte[] frame);

    /** @throws IllegalArgumentException for an order that this framing cannot spell */
    byte[] encode(InjectionOrder order);

    byte[] encode(InjectionAnswer answer);

    /** The answer to what could not be read. */
    byte[] refusal(InjectionResult why);

    /** Whether an answer may mean that the order came damaged, so that it is worth repeating. */
    boolean worthRepeating(InjectionAnswer answer);

    /** Cuts a stream into frames; what belongs to none is dropped, and no frame is waited for beyond a bound. */
    interface Reader {
        /** The frames that are complete with this chunk, in order; their check bytes may be wrong. */
        List<byte[]> feed(byte[] chunk);

        /** Forgets a frame that will not end. */
        void reset();
    }
}
