package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.TrackCipher;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HsmError;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.hostcommand.TrackForm;
import dev.counterfoil.protocol.hostcommand.WorkingKeyKind;
import dev.counterfoil.protocol.hostcommand.WorkingKeyWish;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;

/** The commands of this product's own, U0 to UC: what a host of UnionPay terminals asks of its HSM. */
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
                "U0", request -> Reply.ok(Fields.of("mac", Hex.of(mac(request)))),
                "U2", request -> Reply.verified(MessageDigest.isEqual(mac(request), request.hex("mac"))),
                "U4", this::workingKeys,
                "U6", this::authenticateCard,
                "U8", this::newTmk,
                "UA", this::exportTmk,
                "UC", this::decryptTrack);
    }

    private byte[] mac(Fields request) {
        String text = request.text("key");
        CipherKey key = keys.key(KeyType.TAK, text, HsmError.SOURCE_KEY_PARITY);
        MacForm form = MacForm.of(request.text("form"));
        boolean fits = switch (form) {
            case UNIONPAY_ECB -> true;
            case X9_9 -> key.lengthBytes() == SINGLE_BYTES;
            case SM4 -> key.lengthBytes() == DOUBLE_BYTES;
            case X9_19, CMAC -> key.lengthBytes() >= DOUBLE_BYTES;
        };
        HsmRefusal.unless(fits, HsmError.KEY_LENGTHS);
        if (form == MacForm.SM4) {
            key = keys.sm4Key(KeyType.TAK, text, HsmError.SOURCE_KEY_PARITY);
        }
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
        WrappingKey tmk = keys.wrappingKey(KeyType.TERMINAL, request.text("tmk"));
        Fields answer = Fields.of("count", request.text("count"));
        for (int i = 1; i <= request.number("count"); i++) {
            answer.set(i, workingKey(tmk, request.item(i)));
        }
        return Reply.ok(answer);
    }

    private Fields workingKey(WrappingKey tmk, Fields wish) {
        WorkingKeyWish.Length length = WorkingKeyWish.Length.of(wish.text("length"));
        boolean isDouble = length != WorkingKeyWish.Length.SINGLE;
        CipherKey key = keys.generateKey(isDouble ? DOUBLE_BYTES : SINGLE_BYTES);
        byte[] clear = key.clear();
        KeyType type = typeOf(WorkingKeyKind.of(wish.text("kind")));
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

    private Reply authenticateCard(Fields request) {
        CipherKey card = cardKey(request);
        if (!MessageDigest.isEqual(card.decryptEcb(request.hex("c1")), request.hex("r1"))) {
            return Reply.error(HsmError.VERIFICATION_FAILED);
        }
        return Reply.ok(Fields.of("c2", Hex.of(card.encryptEcb(request.hex("r2")))));
    }

    private Reply newTmk(Fields request) {
        CipherKey card = cardKey(request);
        CipherKey tmk = keys.generateKey(DOUBLE_BYTES);
        return Reply.ok(Fields.of("tmk", keys.underLmk(KeyType.TERMINAL, KeyScheme.U, tmk.clear()))
                .set("underCard", Hex.of(card.wrap(tmk)))
                .set("kcv", tmk.kcv()));
    }

    private Reply exportTmk(Fields request) {
        CipherKey card = cardKey(request);
        CipherKey tmk = keys.key(KeyType.TERMINAL, request.text("tmk"), HsmError.DESTINATION_KEY_PARITY);
        HsmRefusal.unless(tmk.lengthBytes() == DOUBLE_BYTES, HsmError.KEY_LENGTHS);
        return Reply.ok(Fields.of("underCard", Hex.of(card.wrap(tmk)), "kcv", tmk.kcv()));
    }

    /** The key of one manager card, derived from its number. */
    private CipherKey cardKey(Fields request) {
        CipherKey master = keys.key(KeyType.CARD_MASTER, request.text("cardMaster"), HsmError.SOURCE_KEY_PARITY);
        HsmRefusal.unless(master.lengthBytes() == DOUBLE_BYTES, HsmError.KEY_LENGTHS);
        return master.diversify(CipherKey.cardData(request.text("cardNumber")));
    }

    private Reply decryptTrack(Fields request) {
        CipherKey tdk = keys.key(KeyType.TDK, request.text("key"), HsmError.SOURCE_KEY_PARITY);
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
