package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.TrackCipher;
import dev.counterfoil.crypto.dukpt.DukptUsage;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HsmError;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.hostcommand.TrackForm;
import dev.counterfoil.protocol.hostcommand.WorkingKeyKind;
import dev.counterfoil.protocol.hostcommand.WorkingKeyWish;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;

/** Commands of this product's own: MACs, working keys and tracks of UnionPay terminals. */
final class TerminalCommands {
    private static final int SINGLE_BYTES = 8;
    private static final int DOUBLE_BYTES = 16;
    private static final int SHORTEST_TRACK = 18;

    private final KeyRing keys;

    TerminalCommands(KeyRing keys) {
        this.keys = keys;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "U0",
                request -> Reply.ok(Fields.of("mac", Hex.of(mac(request)))),
                "U2",
                request -> Reply.verified(MessageDigest.isEqual(mac(request), request.hex("mac"))),
                "U4",
                this::workingKeys,
                "UC",
                request -> decryptTrack(trackKey(request), request),
                "US",
                request -> Reply.ok(Fields.of("mac", Hex.of(dukptMac(DukptUsage.MAC_RESPONSE, request)))),
                "UU",
                request -> Reply.verified(
                        MessageDigest.isEqual(dukptMac(DukptUsage.MAC_REQUEST, request), request.hex("mac"))),
                "UW",
                request -> keys.inTransaction(
                        request, key -> key.trackKey().once(trackKey -> decryptTrack(trackKey, request))));
    }

    private byte[] mac(Fields request) {
        String text = request.text("key");
        MacForm form = MacForm.of(request.text("form"));
        CipherKey key = form == MacForm.SM4
                ? keys.sm4Key(KeyType.TAK, text, HsmError.SOURCE_KEY_PARITY)
                : keys.key(KeyType.TAK, text, HsmError.SOURCE_KEY_PARITY);
        boolean fits = switch (form) {
            case UNIONPAY_ECB, SM4 -> true;
            case X9_9 -> key.lengthBytes() == SINGLE_BYTES;
            case X9_19, CMAC -> key.lengthBytes() >= DOUBLE_BYTES;
        };
        HsmRefusal.unless(fits, HsmError.KEY_LENGTHS);
        return Macs.compute(algorithm(form), key, request.raw("message"));
    }

    private static MacAlgorithm algorithm(MacForm form) {
        return switch (form) {
            case UNIONPAY_ECB, SM4 -> MacAlgorithm.UNIONPAY_ECB;
            case X9_9 -> MacAlgorithm.X9_9;
            case X9_19 -> MacAlgorithm.X9_19;
            case CMAC -> MacAlgorithm.CMAC;
        };
    }

    private Reply workingKeys(Fields request) {
        Fields answer = Fields.of("count", request.text("count"));
        for (int i = 1; i <= request.number("count"); i++) {
            Fields wish = request.item(i);
            WorkingKeyWish.Length length = WorkingKeyWish.Length.of(wish.text("length"));
            KeyType type = typeOf(WorkingKeyKind.of(wish.text("kind")));
            answer.set(
                    i,
                    length == WorkingKeyWish.Length.SM4
                            ? sm4Key(keys.masterKey(CipherKind.SM4, request.text("tmk")), type)
                            : workingKey(keys.wrappingKey(KeyType.TERMINAL, request.text("tmk")), length, type));
        }
        return Reply.ok(answer);
    }

    private Fields sm4Key(CipherKey tmk, KeyType type) {
        CipherKey key = keys.newKey(CipherKind.SM4);
        return Fields.of("posForm", KeyText.write(KeyScheme.X, tmk.wrap(key)))
                .set("sysForm", keys.underLmk(type, KeyScheme.U, key.clear()))
                .set("kcv", key.kcv());
    }

    private Fields workingKey(WrappingKey tmk, WorkingKeyWish.Length length, KeyType type) {
        boolean isDouble = length != WorkingKeyWish.Length.SINGLE;
        CipherKey key = keys.generateKey(isDouble ? DOUBLE_BYTES : SINGLE_BYTES);
        byte[] clear = key.clear();
        return Fields.of("posForm", keys.under(tmk, isDouble ? KeyScheme.X : KeyScheme.Z, clear))
                .set("sysForm", keys.underLmk(type, isDouble ? KeyScheme.U : KeyScheme.Z, clear))
                .set(
                        "kcv",
                        length == WorkingKeyWish.Length.DOUBLE_KCV_OF_HALF
                                ? firstHalf(clear).kcv()
                                : key.kcv());
    }

    private static CipherKey firstHalf(byte[] clear) {
        return CipherKey.of(CipherKind.DES, Arrays.copyOf(clear, SINGLE_BYTES));
    }

    private static KeyType typeOf(WorkingKeyKind kind) {
        return switch (kind) {
            case TPK -> KeyType.TERMINAL;
            case TAK -> KeyType.TAK;
            case TDK -> KeyType.TDK;
        };
    }

    /** Under AES only the forms that are made of whole blocks of any cipher. */
    private byte[] dukptMac(DukptUsage usage, Fields request) {
        MacForm form = MacForm.of(request.text("form"));
        return keys.inTransaction(
                request,
                transaction -> transaction.working(usage).once(key -> {
                    boolean fits = form == MacForm.UNIONPAY_ECB
                            || form == MacForm.CMAC
                            || (form == MacForm.X9_19 && key.kind() == CipherKind.TDES);
                    HsmRefusal.unless(fits, HsmError.KEY_LENGTHS);
                    return Macs.compute(algorithm(form), key, request.raw("message"));
                }));
    }

    private CipherKey trackKey(Fields request) {
        String text = request.text("key");
        return TrackForm.underSm4(request.text("form"))
                ? keys.sm4Key(KeyType.TDK, text, HsmError.SOURCE_KEY_PARITY)
                : keys.key(KeyType.TDK, text, HsmError.SOURCE_KEY_PARITY);
    }

    private static Reply decryptTrack(CipherKey tdk, Fields request) {
        String track = request.text("track");
        TrackCipher cipher =
                TrackCipher.valueOf(TrackForm.of(request.text("form")).name());
        HsmRefusal.unless(track.length() >= SHORTEST_TRACK, HsmError.DATA_LENGTH);
        try {
            return Reply.ok(Fields.of("track", cipher.decrypt(tdk, track)));
        } catch (Malformed notATrack) {
            return Reply.error(HsmError.VERIFICATION_FAILED);
        }
    }
}
