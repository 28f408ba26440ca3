package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HsmError;
import java.util.Map;

/** The commands that make, import, export and check keys. */
final class KeyCommands {
    /** In the place of a scheme: as the key that is given, or for a new key as the key it is exchanged under. */
    private static final String SAME_SCHEME = "0";

    private static final String LONG_CHECK_VALUE = "0";
    private static final String SHORT_CHECK_VALUE = "1";
    private static final String LENGTH_FLAGS = "012";

    private final KeyRing keys;

    KeyCommands(KeyRing keys) {
        this.keys = keys;
    }

    Map<String, Handler> handlers() {
        return Map.ofEntries(
                Map.entry("A0", this::generate),
                Map.entry("A2", this::printComponent),
                Map.entry("A4", this::formKey),
                Map.entry("A6", this::importKey),
                Map.entry("A8", this::exportKey),
                Map.entry("BU", this::checkValue),
                Map.entry("KA", this::checkValue),
                Map.entry("HC", request -> generateUnderTmk(KeyType.TERMINAL, request)),
                Map.entry("HA", request -> generateUnderTmk(KeyType.TAK, request)),
                Map.entry("IA", request -> generateUnderZmk(KeyType.ZPK, request)),
                Map.entry("FI", request -> generateUnderZmk(zekOrZak(request), request)),
                Map.entry("FA", request -> zmkToLmk(KeyType.ZPK, request)),
                Map.entry("FK", request -> zmkToLmk(zekOrZak(request), request)),
                Map.entry("GC", this::lmkToZmk));
    }

    private Reply generate(Fields request) {
        KeyType type = KeyType.of(request.text("keyType"));
        KeyScheme scheme = KeyScheme.of(request.text("lmkScheme"));
        Fields answer = Fields.of("mode", request.text("mode"));
        if (!request.has("zmk")) {
            byte[] key = keys.generate(scheme.lengthBytes());
            return reply(answer.set("key", keys.underLmk(type, scheme, key)), key, SHORT_CHECK_VALUE);
        }
        WrappingKey zmk = zmk(request);
        byte[] key = keys.generate(scheme.lengthBytes());
        answer.set("key", keys.underLmk(type, scheme, key));
        answer.set("exported", keys.under(zmk, KeyScheme.of(request.text("zmkScheme")), key));
        return reply(answer, key, SHORT_CHECK_VALUE);
    }

    /** A component goes to the printer in clear, and nowhere else. */
    private Reply printComponent(Fields request) {
        KeyType type = KeyType.of(request.text("keyType"));
        KeyScheme scheme = KeyScheme.of(request.text("lmkScheme"));
        byte[] component = keys.generate(scheme.lengthBytes());
        keys.print(request.text("keyType"), component);
        return Reply.ok(Fields.of("component", keys.underLmk(type, scheme, component)));
    }

    private Reply formKey(Fields request) {
        KeyType type = KeyType.of(request.text("keyType"));
        KeyScheme scheme = KeyScheme.of(request.text("lmkScheme"));
        byte[] key = new byte[scheme.lengthBytes()];
        for (int i = 1; i <= request.number("count"); i++) {
            byte[] component = keys.clear(type, request.item(i).text("component"), HsmError.SOURCE_KEY_PARITY);
            HsmRefusal.unless(component.length == key.length, HsmError.KEY_LENGTHS);
            for (int b = 0; b < key.length; b++) {
                key[b] ^= component[b];
            }
        }
        OddParity.set(key);
        return reply(Fields.of("key", keys.underLmk(type, scheme, key)), key, SHORT_CHECK_VALUE);
    }

    private Reply importKey(Fields request) {
        KeyType type = KeyType.of(request.text("keyType"));
        KeyScheme scheme = KeyScheme.of(request.text("lmkScheme"));
        byte[] key = underZmk(request);
        String error = correctParity(key);
        return reply(error, Fields.of("key", keys.underLmk(type, scheme, key)), key, SHORT_CHECK_VALUE);
    }

    private Reply exportKey(Fields request) {
        KeyType type = KeyType.of(request.text("keyType"));
        KeyScheme scheme = KeyScheme.of(request.text("zmkScheme"));
        WrappingKey zmk = zmk(request);
        byte[] key = keys.clear(type, request.text("key"), HsmError.DESTINATION_KEY_PARITY);
        return reply(Fields.of("exported", keys.under(zmk, scheme, key)), key, SHORT_CHECK_VALUE);
    }

    private Reply checkValue(Fields request) {
        String code = request.text("typeCode");
        KeyType type = KeyType.of(request.text("keyType", "0" + code));
        String text = request.text("key");
        int flag = LENGTH_FLAGS.indexOf(request.text("lengthFlag", "F"));
        boolean fits = flag < 0 || KeyText.of(text).scheme().lengthBytes() == 8 * (flag + 1);
        HsmRefusal.unless(fits, HsmError.KEY_LENGTH_FLAG);
        byte[] key = keys.clear(type, text, HsmError.SOURCE_KEY_PARITY);
        return reply(new Fields(), key, request.text("kcvType", LONG_CHECK_VALUE));
    }

    private Reply generateUnderTmk(KeyType type, Fields request) {
        WrappingKey tmk = keys.wrappingKey(KeyType.TERMINAL, request.text("tmk"));
        Fields answer = new Fields();
        byte[] key = generateUnder(tmk, type, request, "tmk", answer);
        return request.has("kcvType") ? reply(answer, key, request.text("kcvType")) : Reply.ok(answer);
    }

    private Reply generateUnderZmk(KeyType type, Fields request) {
        WrappingKey zmk = zmk(request);
        Fields answer = new Fields();
        byte[] key = generateUnder(zmk, type, request, "zmk", answer);
        return reply(answer, key, request.text("kcvType", LONG_CHECK_VALUE));
    }

    private byte[] generateUnder(
            WrappingKey wrapper, KeyType type, Fields request, String wrapperField, Fields answer) {
        String sameAs = request.text(wrapperField).substring(0, 1);
        String usual = Hex.value(sameAs.charAt(0)) < 0 ? sameAs : KeyScheme.Z.name();
        KeyScheme lmkScheme = KeyScheme.of(scheme(request, "lmkScheme", usual));
        KeyScheme exportScheme = KeyScheme.of(scheme(request, "zmkScheme", usual));
        byte[] key = keys.generate(lmkScheme.lengthBytes());
        answer.set("exported", keys.under(wrapper, exportScheme, key));
        answer.set("key", keys.underLmk(type, lmkScheme, key));
        return key;
    }

    private Reply zmkToLmk(KeyType type, Fields request) {
        byte[] key = underZmk(request);
        String error = correctParity(key);
        KeyText given = KeyText.of(request.text("key"));
        String text = rewrap(keys.lmk().wrapper(type), given, scheme(request, "lmkScheme", SAME_SCHEME), key);
        return reply(error, Fields.of("key", text), key, request.text("kcvType", LONG_CHECK_VALUE));
    }

    private Reply lmkToZmk(Fields request) {
        WrappingKey zmk = zmk(request);
        String text = request.text("key");
        byte[] key = keys.clear(KeyType.ZPK, text, HsmError.DESTINATION_KEY_PARITY);
        String exported = rewrap(zmk, KeyText.of(text), scheme(request, "zmkScheme", SAME_SCHEME), key);
        return reply(Fields.of("exported", exported), key, request.text("kcvType", LONG_CHECK_VALUE));
    }

    private String rewrap(WrappingKey wrapper, KeyText given, String scheme, byte[] key) {
        if (scheme.equals(SAME_SCHEME)) {
            return given.like(wrapper.wrap(given.scheme(), key));
        }
        return keys.under(wrapper, KeyScheme.of(scheme), key);
    }

    private byte[] underZmk(Fields request) {
        WrappingKey zmk = zmk(request);
        KeyText key = KeyText.of(request.text("key"));
        return zmk.unwrap(key.scheme(), key.bytes());
    }

    /** The key of field {@code zmk}: a ZMK, or a TMK when the flag says so; in its Atalla variant if one is named. */
    private WrappingKey zmk(Fields request) {
        boolean isTmk = request.text("flag", "0").equals("1") && request.has("keyType");
        WrappingKey zmk = keys.wrappingKey(isTmk ? KeyType.TERMINAL : KeyType.ZMK, request.text("zmk"));
        return request.has("atalla") ? zmk.atalla(request.number("atalla")) : zmk;
    }

    private static KeyType zekOrZak(Fields request) {
        return request.text("flag").equals("0") ? KeyType.ZEK : KeyType.ZAK;
    }

    private static String scheme(Fields request, String name, String usual) {
        String scheme = request.text(name, SAME_SCHEME);
        return scheme.equals(SAME_SCHEME) ? usual : scheme;
    }

    /** Sets odd parity in place; the error code says whether that changed anything. */
    private static String correctParity(byte[] key) {
        if (OddParity.holds(key)) {
            return HsmError.OK;
        }
        OddParity.set(key);
        return HsmError.PARITY_ADVICE;
    }

    private static Reply reply(Fields answer, byte[] key, String kcvType) {
        return reply(HsmError.OK, answer, key, kcvType);
    }

    private static Reply reply(String error, Fields answer, byte[] key, String kcvType) {
        int checkBytes = kcvType.equals(LONG_CHECK_VALUE) ? 8 : 3;
        CipherKey checked = CipherKey.of(CipherKind.desOf(key.length), key);
        return new Reply(error, answer.set("kcv", checked.kcv(checkBytes)));
    }
}
