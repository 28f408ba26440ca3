package dev.counterfoil.hsm;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.crypto.UnionPayMac;
import dev.counterfoil.crypto.asymmetric.PrivateKey;
import dev.counterfoil.hsm.online.OnlineCommands;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HostCommandFrame;
import dev.counterfoil.protocol.hostcommand.HsmError;
import dev.counterfoil.protocol.hostcommand.Layout;
import dev.counterfoil.protocol.hostcommand.Layouts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an HSM decides: one request frame in, one answer frame out.
 *
 * <p>Faults are answered in this order: the frame, the command code, the layout from left to right, then key types,
 * schemes, the parity of keys from left to right, and last the data. Clear keys exist in here only.
 */
public final class HsmEngine {
    /** The answer to a frame that is too short for a header and a command code, or whose length is wrong. */
    private static final String NO_COMMAND = "ZZ";

    /** Hears of every key that the HSM writes under its LMK. */
    @FunctionalInterface
    public interface KeyBirth {
        /**
         * A key has come into being here.
         *
         * @param underLmk as host commands take it
         * @param clear its bytes, which must not be kept
         */
        void born(String underLmk, byte[] clear);
    }

    /** What stands beside an HSM, in its guarded room. */
    @FunctionalInterface
    public interface Printer {
        /** A letter for one pair of eyes comes out: lines of ASCII. */
        void print(String letter);
    }

    private final HsmPersonality personality;
    private final KeyRing keys;
    private final Map<String, PrivateKey> privateKeys = new HashMap<>();
    private final Map<String, Handler> handlers = new HashMap<>();

    /**
     * An HSM in service.
     *
     * @param random where keys and random digits are drawn from
     */
    public HsmEngine(HsmPersonality personality, VariantLmk lmk, NonceSource random) {
        this.personality = personality;
        this.keys = new KeyRing(lmk, random);
        Supplier<String> lmkCheck = () -> Objects.requireNonNullElseGet(personality.lmkCheckValue(), lmk::checkValue);
        handlers.putAll(new StatusCommands(personality.firmware(), lmkCheck, random).handlers());
        handlers.putAll(new KeyCommands(keys).handlers());
        handlers.putAll(new PinCommands(keys, random, personality.layouts().pinDigits()).handlers());
        handlers.putAll(new MacCommands(keys).handlers());
        handlers.putAll(new DataCommands(keys).handlers());
        handlers.putAll(new TerminalCommands(keys).handlers());
        handlers.putAll(new CardCommands(keys, random).handlers());
        handlers.putAll(new OnlineCommands(keys, privateKeys, random).handlers());
    }

    /** Has a listener told of every key that comes into being from now on, made, formed or imported. */
    public void listen(KeyBirth listener) {
        keys.listen(listener);
    }

    /** Where the letters of key custodians are printed; without a printer, no component is made. */
    public void printOn(Printer printer) {
        keys.printOn(printer);
    }

    /**
     * Puts a private key into its place in the HSM, as at the console.
     *
     * @param index 2 upper-case hex digits, by which commands name it
     */
    public void hold(String index, PrivateKey key) {
        privateKeys.put(index, key);
    }

    /** Which model this is. */
    public HsmPersonality personality() {
        return personality;
    }

    /**
     * The answer to one whole frame; both have their 2-byte length. Any bytes are answered, none are an exception.
     */
    public byte[] execute(byte[] requestFrame) {
        HostCommandFrame request;
        try {
            request = HostCommandFrame.parse(requestFrame, personality.headerLength());
        } catch (Malformed fault) {
            String header = "0".repeat(personality.headerLength());
            return new HostCommandFrame(header, NO_COMMAND, HsmError.MESSAGE_HEADER).encode();
        }
        return execute(request).encode();
    }

    /**
     * What key custodians do at the console: a key from its components, under the LMK.
     *
     * @param keyType 3 digits, such as {@code 000} for a ZMK
     * @param components one or more of 8, 16 or 24 bytes each, added to each other; parity is made odd
     * @return the key as host commands take it, in scheme Z, U or T
     */
    public String formKey(String keyType, List<byte[]> components) {
        byte[] key = new byte[components.get(0).length];
        for (byte[] component : components) {
            for (int i = 0; i < key.length; i++) {
                key[i] ^= component[i];
            }
        }
        KeyScheme scheme = List.of(KeyScheme.Z, KeyScheme.U, KeyScheme.T).get(key.length / 8 - 1);
        return keys.underLmk(KeyType.of(keyType), scheme, OddParity.set(key));
    }

    /**
     * The steps of a terminal's MAC, as a report shows them; the key does not come out.
     *
     * @param key the terminal's MAC key under the LMK
     * @param sm4 whether it is one of SM4
     * @param checkValue the check value of the key that is meant, 8 hex digits
     * @return null when the key is another one
     */
    public UnionPayMac.@Nullable Working explainMac(String key, boolean sm4, String checkValue, byte[] message) {
        try {
            CipherKey tak = sm4
                    ? keys.sm4Key(KeyType.TAK, key, HsmError.SOURCE_KEY_PARITY)
                    : keys.key(KeyType.TAK, key, HsmError.SOURCE_KEY_PARITY);
            return tak.kcv().equals(checkValue) ? UnionPayMac.explain(tak, message) : null;
        } catch (HsmRefusal refusal) {
            return null;
        }
    }

    private HostCommandFrame execute(HostCommandFrame request) {
        String command = request.command();
        Layout layout = layout(command, true);
        Handler handler = handlers.get(command);
        if (layout == null || handler == null) {
            UnknownCommand unknown = personality.unknownCommand();
            String code =
                    Objects.requireNonNullElseGet(unknown.answerCode(), () -> HostCommandFrame.answerCode(command));
            return new HostCommandFrame(request.header(), code, unknown.errorCode() + trailer(request.body()));
        }
        String body = personality.disabled().contains(command)
                ? HsmError.DISABLED + trailer(request.body())
                : answer(command, layout, handler, request.body());
        return new HostCommandFrame(request.header(), HostCommandFrame.answerCode(command), body);
    }

    private String answer(String command, Layout layout, Handler handler, String body) {
        Fields fields;
        try {
            fields = layout.read(body, personality.layouts());
        } catch (Malformed fault) {
            return layout.faultCode(fault) + trailer(body);
        }
        Reply reply = reply(handler, fields);
        Fields answer = reply.fields();
        String trailer = fields.has(Layout.TRAILER) ? HostCommandFrame.TRAILER_MARK + fields.text(Layout.TRAILER) : "";
        String written = answer == null
                ? ""
                : Objects.requireNonNull(layout(command, false), command).write(answer);
        return reply.errorCode() + written + trailer;
    }

    private static Reply reply(Handler handler, Fields fields) {
        try {
            return handler.handle(fields);
        } catch (HsmRefusal refusal) {
            return Reply.error(refusal.code());
        } catch (Malformed notHex) {
            return Reply.error(HsmError.INVALID_INPUT);
        }
    }

    private @Nullable Layout layout(String command, boolean request) {
        boolean older = personality.model8000() && (command.equals("M6") || command.equals("M8"));
        String name = older ? command + Layouts.MODEL_8000 : command;
        return request ? Layouts.request(name) : Layouts.answer(name);
    }

    /** What looks like a trailer at the end of a body whose layout could not be followed. */
    private static String trailer(String body) {
        int mark = body.lastIndexOf(HostCommandFrame.TRAILER_MARK);
        boolean near = mark >= 0 && body.length() - mark <= HostCommandFrame.LONGEST_TRAILER + 1;
        return near ? body.substring(mark) : "";
    }

    /** The model and the LMK's check value. */
    @Override
    public String toString() {
        return "HSM " + personality.firmware() + ", " + keys.lmk();
    }
}
