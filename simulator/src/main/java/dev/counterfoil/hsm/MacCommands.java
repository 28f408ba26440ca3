package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.MacPadding;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HsmError;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** M6 and M8: MACs by ISO 9797-1 algorithm 1 or 3 in one or more parts, and CMAC in one. */
final class MacCommands {
    private static final int BLOCK = 8;
    private static final int SHORT_MAC = 4;
    private static final String WRONG_MODE = "02";
    private static final String WRONG_KEY_TYPE = "05";
    private static final String WRONG_PADDING = "09";
    private static final Set<String> KEY_TYPES = Set.of("003", "008");

    private final KeyRing keys;

    MacCommands(KeyRing keys) {
        this.keys = keys;
    }

    Map<String, Handler> handlers() {
        return Map.of("M6", this::generate, "M8", this::verify);
    }

    private Reply generate(Fields request) {
        Fields answer = Fields.of("mode", request.text("mode"));
        byte[] state = state(request);
        if (ends(request)) {
            return Reply.ok(answer.set("mac", Hex.of(cut(state, request))));
        }
        return Reply.ok(answer.set("iv", Hex.of(state)));
    }

    private Reply verify(Fields request) {
        byte[] state = state(request);
        if (ends(request)) {
            return Reply.verified(MessageDigest.isEqual(cut(state, request), request.hex("mac")));
        }
        return Reply.ok(Fields.of("mode", request.text("mode"), "iv", Hex.of(state)));
    }

    /** The code so far: 8 bytes, final when the request ends the message. */
    private byte[] state(Fields request) {
        HsmRefusal.unless(KEY_TYPES.contains(request.text("keyType")), WRONG_KEY_TYPE);
        KeyType type = KeyType.of(request.text("keyType"));
        CipherKey key = keys.key(type, request.text("key"), HsmError.SOURCE_KEY_PARITY);
        byte[] message = DataFormat.of(request.text("input")).bytes(request, "message");
        byte[] iv = request.has("iv") ? request.hex("iv") : new byte[BLOCK];
        return switch (request.number("algorithm")) {
            case 1 -> Macs.algorithm1(key, iv, padded(request, message));
            case 3 -> algorithm3(request, key, iv, message);
            default -> cmac(request, key, message);
        };
    }

    private static byte[] algorithm3(Fields request, CipherKey key, byte[] iv, byte[] message) {
        HsmRefusal.unless(key.kind() == CipherKind.TDES, HsmError.KEY_LENGTHS);
        byte[] padded = padded(request, message);
        return ends(request) ? Macs.algorithm3(key, iv, padded) : Macs.algorithm3Chain(key, iv, padded);
    }

    private static byte[] cmac(Fields request, CipherKey key, byte[] message) {
        HsmRefusal.unless(request.text("mode").equals("0"), WRONG_MODE);
        HsmRefusal.unless(key.kind() == CipherKind.TDES, HsmError.KEY_LENGTHS);
        return Macs.compute(MacAlgorithm.CMAC, key, message);
    }

    /** The message in whole blocks; parts before the last one, and padding 0, must have whole blocks already. */
    private static byte[] padded(Fields request, byte[] message) {
        int padding = request.number("padding");
        if (!ends(request) || padding == 0) {
            HsmRefusal.unless(message.length > 0 && message.length % BLOCK == 0, HsmError.DATA_LENGTH);
            return message;
        }
        MacPadding method = MacPadding.valueOf("METHOD_" + padding);
        boolean whole = request.text("mode").equals("0");
        HsmRefusal.unless(whole || method != MacPadding.METHOD_3, WRONG_PADDING);
        return method.pad(message, BLOCK);
    }

    /** Whether this request holds the end of the message: mode 0, the whole, or 3, the last part. */
    private static boolean ends(Fields request) {
        return request.text("mode").equals("0") || request.text("mode").equals("3");
    }

    private static byte[] cut(byte[] mac, Fields request) {
        return request.text("macSize", "0").equals("0") ? Arrays.copyOf(mac, SHORT_MAC) : mac;
    }
}
