package dev.counterfoil.protocol.hostcommand;

import static dev.counterfoil.protocol.hostcommand.Bare.BEFORE_TYPE_CODE;
import static dev.counterfoil.protocol.hostcommand.Bare.BY_FLAG;
import static dev.counterfoil.protocol.hostcommand.Bare.PAIR;
import static dev.counterfoil.protocol.hostcommand.Bare.SINGLE;
import static dev.counterfoil.protocol.hostcommand.Bare.ZMK;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The byte tables of every command and answer, in field order.
 *
 * <p>{@code M6/8000} and its like are the layouts of the older 8000 model, which writes the MAC algorithm with two
 * digits and the length before the MAC.
 */
public final class Layouts {
    /** Ends the name of a layout of the 8000 model. */
    public static final String MODEL_8000 = "/8000";

    private static final Part ACCOUNT = new Part.Fixed("account", Kind.DECIMAL, 12, HsmError.ACCOUNT_NUMBER);
    private static final Part KCV = new Part.CheckValue("kcv");
    private static final Part KCV_8 = hex("kcv", 8);
    private static final Part SCHEMES = after(
            ';',
            "zmkScheme",
            text("zmkScheme", 1),
            text("lmkScheme", 1),
            choice("kcvType", HsmError.INVALID_INPUT, "0", "1"));
    private static final Part KCV_TYPE =
            after(';', "reserved", decimal("reserved", 2), choice("kcvType", HsmError.INVALID_INPUT, "0", "1"));
    private static final Part BLOCK = hex("pinBlock", 16);
    private static final Part PVKI = decimal("pvki", 1);
    private static final Part PVV = decimal("pvv", 4);
    private static final Part KEY_TYPE = hex("keyType", 3);
    private static final Part MESSAGE = new Part.Counted("message", Kind.BYTES);
    private static final Part MAC_MODE = choice("mode", "02", "0", "1", "2", "3");
    private static final Part MAC_INPUT = choice("input", "03", "0", "1", "2");
    private static final Part MAC_PADDING = choice("padding", "09", "0", "1", "2", "3");
    private static final Part MAC_KEY_TYPE = new Part.Fixed("keyType", Kind.HEX, 3, "05");
    private static final Part MAC_IV = when("mode", Set.of("2", "3"), hex("iv", 16));
    private static final Part IV_OUT = when("mode", Set.of("1", "2"), hex("iv", 16));
    private static final Set<String> LAST = Set.of("0", "3");
    private static final Part MAC_OUT = when("mode", LAST, new Part.Rest("mac"));
    private static final Part MAC_8 = when("macSize", Set.of("0"), hex("mac", 8));
    private static final Part MAC_16 = when("macSize", Set.of("1"), hex("mac", 16));
    private static final Part CIPHER_MODE = choice("cipherMode", "02", "00", "01");
    private static final Part CIPHER_IV = when("cipherMode", Set.of("01"), hex("iv", 16));
    private static final Part MAC_FORM = choice("form", "04", "0", "1", "2", "3", "4");
    private static final Part TRACK_FORM = choice("form", "04", "1", "2", "3");
    private static final Part ANY_TRACK_FORM = choice("form", "04", "1", "2", "3", "4", "5", "6");
    private static final Part KSN = new Part.Ksn();
    private static final Part CARD_NUMBER = new Part.Terminated("cardNumber", 19, ';');
    private static final Part MASTER = key("cardMaster", SINGLE);
    private static final Part SERIAL_NUMBER = new Part.Counted("serialNumber", Kind.TEXT);
    private static final Part KEY_BLOCK = new Part.Counted("keyBlock", Kind.TEXT);
    private static final Part PUBLIC_VALUE = new Part.Counted("value", Kind.HEX);
    private static final Part PUBLIC_EXPONENT = new Part.Counted("exponent", Kind.HEX);
    private static final Part MAC_UNDER = choice("under", "04", "0", "1", "2");
    private static final Part MAC_CARD_KEY = when("under", Set.of("0"), MASTER, CARD_NUMBER);
    private static final Part MAC_MASTER_KEY = when("under", Set.of("1", "2"), key("tmk", SINGLE));
    private static final Part ITEM_COUNT = choice("count", HsmError.INVALID_INPUT, "1", "2", "3", "4", "5");

    private static final Map<String, Layout> REQUESTS = Map.ofEntries(
            entry("NC"),
            entry("NO", choice("mode", HsmError.INVALID_INPUT, "00")),
            entry("N0", new Part.Digits("length", 4)),
            entry("B2", MESSAGE),
            entry(
                    "A0",
                    choice("mode", HsmError.INVALID_INPUT, "0", "1"),
                    KEY_TYPE,
                    text("lmkScheme", 1),
                    when(
                            "mode",
                            Set.of("1"),
                            after(';', "flag", choice("flag", HsmError.INVALID_INPUT, "0", "1")),
                            key("zmk", ZMK),
                            text("zmkScheme", 1),
                            atalla())),
            entry("A2", KEY_TYPE, text("lmkScheme", 1)),
            entry(
                    "A4",
                    choice("count", HsmError.INVALID_INPUT, "2", "3"),
                    KEY_TYPE,
                    text("lmkScheme", 1),
                    new Part.Repeat("count", List.of(key("component", SINGLE)))),
            entry("A6", KEY_TYPE, key("zmk", ZMK), key("key", SINGLE), text("lmkScheme", 1), atalla()),
            entry(
                    "A8",
                    KEY_TYPE,
                    after(';', "flag", choice("flag", HsmError.INVALID_INPUT, "0", "1")),
                    key("zmk", ZMK),
                    key("key", SINGLE),
                    text("zmkScheme", 1),
                    atalla()),
            entry(
                    "BU",
                    hex("typeCode", 2),
                    choice("lengthFlag", HsmError.KEY_LENGTH_FLAG, "0", "1", "2", "F"),
                    key("key", BY_FLAG),
                    when("typeCode", Set.of("FF"), after(';', "keyType", KEY_TYPE)),
                    KCV_TYPE),
            entry("KA", key("key", BEFORE_TYPE_CODE), hex("typeCode", 2), KCV_TYPE),
            entry("HC", key("tmk", SINGLE), SCHEMES),
            entry("HA", key("tmk", SINGLE), SCHEMES),
            entry("IA", key("zmk", ZMK), SCHEMES),
            entry("FA", key("zmk", ZMK), key("key", SINGLE), atalla(), SCHEMES),
            entry("GC", key("zmk", ZMK), key("key", SINGLE), atalla(), SCHEMES),
            entry("FI", choice("flag", HsmError.INVALID_INPUT, "0", "1"), key("zmk", ZMK), SCHEMES),
            entry(
                    "FK",
                    choice("flag", HsmError.INVALID_INPUT, "0", "1"),
                    key("zmk", ZMK),
                    key("key", SINGLE),
                    atalla(),
                    SCHEMES),
            entry("CA", translation(BLOCK)),
            entry("CC", translation(BLOCK)),
            entry("V0", translation(hex("pinBlock", 32))),
            entry("DC", key("pinKey", SINGLE), key("pvk", PAIR), BLOCK, format("format"), ACCOUNT, PVKI, PVV),
            entry(
                    "EC",
                    key("pinKey", SINGLE),
                    key("pvk", PAIR),
                    BLOCK,
                    format("format"),
                    ACCOUNT,
                    after(
                            ';',
                            "verificationAccount",
                            new Part.Fixed("verificationAccount", Kind.DECIMAL, 12, HsmError.ACCOUNT_NUMBER)),
                    PVKI,
                    PVV),
            entry("DG", key("pvk", PAIR), new Part.Pin("pin"), ACCOUNT, PVKI),
            entry("BA", new Part.Pin("pin"), ACCOUNT),
            entry("M6", mac()),
            entry("M8", mac(when("mode", LAST, MAC_8, MAC_16))),
            entry("M6" + MODEL_8000, mac8000()),
            entry("M8" + MODEL_8000, mac8000(when("mode", LAST, hex("mac", 8)))),
            entry("M0", cipher()),
            entry("M2", cipher()),
            entry("U0", key("key", SINGLE), MAC_FORM, MESSAGE),
            entry("U2", key("key", SINGLE), MAC_FORM, MESSAGE, hex("mac", 16)),
            entry(
                    "U4",
                    key("tmk", SINGLE),
                    ITEM_COUNT,
                    new Part.Repeat(
                            "count",
                            List.of(
                                    choice("kind", HsmError.KEY_TYPE, "P", "A", "D"),
                                    choice("length", HsmError.KEY_LENGTH_FLAG, "1", "2", "3", "4")))),
            entry("U6", MASTER, CARD_NUMBER, hex("r1", 16), hex("c1", 16), hex("r2", 16)),
            entry("U8", MASTER, CARD_NUMBER),
            entry("UA", MASTER, CARD_NUMBER, key("tmk", SINGLE)),
            entry("UC", key("key", SINGLE), ANY_TRACK_FORM, new Part.Counted("track", Kind.HEX)),
            entry("UE", MASTER, CARD_NUMBER, hex("r1", 16), hex("c1", 16), hex("r2", 16)),
            entry("UG", MASTER, CARD_NUMBER, SERIAL_NUMBER),
            entry("UI", MASTER, CARD_NUMBER, SERIAL_NUMBER, key("tmk", SINGLE)),
            entry("UK", MAC_UNDER, MAC_CARD_KEY, MAC_MASTER_KEY, MESSAGE),
            entry(
                    "G0",
                    key("bdk", SINGLE),
                    key("destination", SINGLE),
                    KSN,
                    when("dukpt", Set.of(Part.Ksn.TDES), BLOCK),
                    when("dukpt", Set.of(Part.Ksn.AES), hex("pinBlock", 32)),
                    format("sourceFormat"),
                    format("format"),
                    when("dukpt", Set.of(Part.Ksn.TDES), ACCOUNT),
                    when("dukpt", Set.of(Part.Ksn.AES), new Part.Terminated("account", 19, ';'))),
            entry("US", key("bdk", SINGLE), KSN, MAC_FORM, MESSAGE),
            entry("UU", key("bdk", SINGLE), KSN, MAC_FORM, MESSAGE, hex("mac", 16)),
            entry("UW", key("bdk", SINGLE), KSN, TRACK_FORM, new Part.Counted("track", Kind.HEX)),
            entry("UM", MAC_UNDER, MAC_CARD_KEY, MAC_MASTER_KEY, hex("mac", 16), MESSAGE),
            entry("UO", hex("index", 2)),
            entry(
                    "UQ",
                    hex("index", 2),
                    choice("form", "04", "0", "1"),
                    hex("check", 8),
                    new Part.Counted("cipherText", Kind.HEX),
                    SERIAL_NUMBER,
                    after(';', "tmk", key("tmk", SINGLE))));

    private static final Map<String, Layout> ANSWERS = Map.ofEntries(
            entry("NC", hex("lmkCheck", 16), text("firmware", 9)),
            entry(
                    "NO",
                    decimal("buffer", 1),
                    decimal("interface", 1),
                    decimal("sockets", 2),
                    text("firmware", 9),
                    decimal("dsp", 1),
                    text("reserved", 4)),
            entry("N0", new Part.Rest("random")),
            entry("B2", new Part.Rest("message")),
            entry("A0", key("key", SINGLE), when("mode", Set.of("1"), key("exported", SINGLE)), KCV),
            entry("A2", key("component", SINGLE)),
            entry("A4", key("key", SINGLE), KCV),
            entry("A6", key("key", SINGLE), KCV),
            entry("A8", key("exported", SINGLE), KCV),
            entry("BU", KCV),
            entry("KA", KCV),
            entry("HC", key("exported", SINGLE), key("key", SINGLE), KCV),
            entry("HA", key("exported", SINGLE), key("key", SINGLE), KCV),
            entry("IA", key("exported", SINGLE), key("key", SINGLE), KCV),
            entry("FI", key("exported", SINGLE), key("key", SINGLE), KCV),
            entry("FA", key("key", SINGLE), KCV),
            entry("FK", key("key", SINGLE), KCV),
            entry("GC", key("exported", SINGLE), KCV),
            entry("CA", decimal("pinLength", 2), BLOCK, decimal("format", 2)),
            entry("CC", decimal("pinLength", 2), BLOCK, decimal("format", 2)),
            entry("V0", decimal("pinLength", 2), BLOCK, decimal("format", 2)),
            entry("G0", decimal("pinLength", 2), BLOCK, decimal("format", 2)),
            entry("US", hex("mac", 16)),
            entry("UU"),
            entry("UW", new Part.Counted("track", Kind.HEX)),
            entry("DC"),
            entry("EC"),
            entry("DG", PVV),
            entry("BA", new Part.Pin("pin")),
            entry("M6", IV_OUT, MAC_OUT),
            entry("M8", IV_OUT),
            entry("M6" + MODEL_8000, IV_OUT, when("mode", LAST, new Part.Counted("mac", Kind.HEX))),
            entry("M8" + MODEL_8000, IV_OUT),
            entry("M0", CIPHER_IV, MESSAGE),
            entry("M2", CIPHER_IV, MESSAGE),
            entry("U0", hex("mac", 16)),
            entry("U2"),
            entry(
                    "U4",
                    ITEM_COUNT,
                    new Part.Repeat("count", List.of(key("posForm", SINGLE), key("sysForm", SINGLE), KCV_8))),
            entry("U6", hex("c2", 16)),
            entry("U8", key("tmk", SINGLE), hex("underCard", 32), KCV_8),
            entry("UA", hex("underCard", 32), KCV_8),
            entry("UC", new Part.Counted("track", Kind.HEX)),
            entry("UE", hex("c2", 16)),
            entry("UG", key("tmk", SINGLE), KEY_BLOCK, KCV_8),
            entry("UI", KEY_BLOCK, KCV_8),
            entry("UK", hex("mac", 16)),
            entry("UM"),
            entry("UO", text("algorithm", 1), PUBLIC_VALUE, PUBLIC_EXPONENT),
            entry("UQ", key("tmk", SINGLE), KEY_BLOCK, KCV_8));

    private Layouts() {}

    /** The request layout of a command, or null when there is no such command. */
    public static @Nullable Layout request(String command) {
        return REQUESTS.get(command);
    }

    /**
     * The layout of the answer to a command, after the error code.
     *
     * @param command the request's code, such as {@code A0}
     * @throws IllegalArgumentException for an unknown command
     */
    public static Layout answer(String command) {
        Layout layout = ANSWERS.get(command);
        if (layout == null) {
            throw new IllegalArgumentException("no answer layout for command " + command);
        }
        return layout;
    }

    private static Part[] translation(Part block) {
        return new Part[] {
            key("source", SINGLE),
            key("destination", SINGLE),
            decimal("maximumPinLength", 2),
            block,
            format("sourceFormat"),
            format("format"),
            ACCOUNT
        };
    }

    private static Part[] mac(Part... behind) {
        return join(
                List.of(
                        MAC_MODE,
                        MAC_INPUT,
                        choice("macSize", HsmError.INVALID_INPUT, "0", "1"),
                        choice("algorithm", "04", "1", "3", "5", "6"),
                        MAC_PADDING,
                        MAC_KEY_TYPE,
                        key("key", SINGLE),
                        MAC_IV,
                        MESSAGE),
                behind);
    }

    private static Part[] mac8000(Part... behind) {
        return join(
                List.of(
                        MAC_MODE,
                        MAC_INPUT,
                        choice("algorithm", "04", "01", "03"),
                        MAC_PADDING,
                        MAC_KEY_TYPE,
                        key("key", SINGLE),
                        MAC_IV,
                        MESSAGE),
                behind);
    }

    private static Part[] cipher() {
        return new Part[] {
            CIPHER_MODE,
            choice("input", "03", "0", "1", "2"),
            choice("output", "04", "0", "1", "2"),
            new Part.Fixed("keyType", Kind.HEX, 3, "05"),
            key("key", SINGLE),
            CIPHER_IV,
            MESSAGE
        };
    }

    private static Part[] join(List<Part> front, Part... behind) {
        return Stream.concat(front.stream(), List.of(behind).stream()).toArray(Part[]::new);
    }

    private static Map.Entry<String, Layout> entry(String command, Part... parts) {
        return Map.entry(command, new Layout(parts));
    }

    private static Part key(String name, Bare bare) {
        return new Part.Key(name, bare);
    }

    private static Part hex(String name, int length) {
        return new Part.Fixed(name, Kind.HEX, length, "");
    }

    private static Part decimal(String name, int length) {
        return new Part.Fixed(name, Kind.DECIMAL, length, "");
    }

    private static Part text(String name, int length) {
        return new Part.Fixed(name, Kind.TEXT, length, "");
    }

    private static Part format(String name) {
        return new Part.Fixed(name, Kind.DECIMAL, 2, HsmError.PIN_BLOCK_FORMAT);
    }

    private static Part atalla() {
        return new Part.Digits("atalla", 2);
    }

    private static Part choice(String name, String fault, String... values) {
        return new Part.Choice(name, Set.of(values), values[0].length(), fault);
    }

    private static Part after(char delimiter, String first, Part... parts) {
        return new Part.After(delimiter, first, List.of(parts));
    }

    private static Part when(String name, Set<String> values, Part... parts) {
        return new Part.When(name, values, List.of(parts));
    }
}
