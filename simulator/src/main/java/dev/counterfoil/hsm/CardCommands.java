package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.keyblock.KeyPurpose;
import dev.counterfoil.crypto.keyblock.MasterKeyBlock;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HsmError;
import java.security.MessageDigest;
import java.util.Map;

/**
 * Commands of this product's own for the master key download with a manager card: U6, U8 and UA use the card's key as
 * it is; UE to UM use a key derived from it for each purpose, and make MACs of answers and check MACs of requests only.
 */
final class CardCommands {
    private static final int DOUBLE_BYTES = 16;
    private static final int LONGEST_SERIAL_NUMBER = 40;
    private static final String UNDER_CARD_KEY = "0";
    private static final String UNDER_SM4_KEY = "2";

    private final KeyRing keys;
    private final NonceSource random;

    CardCommands(KeyRing keys, NonceSource random) {
        this.keys = keys;
        this.random = random;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "U6",
                request -> authenticate(request, cardKey(request)),
                "U8",
                this::newTmk,
                "UA",
                this::exportTmk,
                "UE",
                request -> authenticate(request, KeyPurpose.AUTHENTICATION.of(cardKey(request))),
                "UG",
                this::newTmkBlock,
                "UI",
                this::exportTmkBlock,
                "UK",
                request -> Reply.ok(Fields.of("mac", Hex.of(mac(KeyPurpose.ANSWER_MAC, request)))),
                "UM",
                request -> Reply.verified(same(mac(KeyPurpose.REQUEST_MAC, request), request.hex("mac"))));
    }

    private static Reply authenticate(Fields request, CipherKey key) {
        if (!same(key.decryptEcb(request.hex("c1")), request.hex("r1"))) {
            return Reply.error(HsmError.VERIFICATION_FAILED);
        }
        return Reply.ok(Fields.of("c2", Hex.of(key.encryptEcb(request.hex("r2")))));
    }

    private Reply newTmk(Fields request) {
        CipherKey card = cardKey(request);
        CipherKey tmk = keys.generateKey(DOUBLE_BYTES);
        return Reply.ok(Fields.of("tmk", underLmk(tmk))
                .set("underCard", Hex.of(card.wrap(tmk)))
                .set("kcv", tmk.kcv()));
    }

    private Reply exportTmk(Fields request) {
        CipherKey card = cardKey(request);
        CipherKey tmk = tmk(request);
        return Reply.ok(Fields.of("underCard", Hex.of(card.wrap(tmk)), "kcv", tmk.kcv()));
    }

    private Reply newTmkBlock(Fields request) {
        String serialNumber = serialNumber(request);
        CipherKey card = cardKey(request);
        CipherKey tmk = keys.generateKey(DOUBLE_BYTES);
        return Reply.ok(Fields.of("tmk", underLmk(tmk))
                .set("keyBlock", MasterKeyBlock.wrap(card, tmk, serialNumber, random))
                .set("kcv", tmk.kcv()));
    }

    private Reply exportTmkBlock(Fields request) {
        String serialNumber = serialNumber(request);
        CipherKey card = cardKey(request);
        CipherKey tmk = tmk(request);
        return Reply.ok(Fields.of("keyBlock", MasterKeyBlock.wrap(card, tmk, serialNumber, random), "kcv", tmk.kcv()));
    }

    private byte[] mac(KeyPurpose purpose, Fields request) {
        CipherKey parent = switch (request.text("under")) {
            case UNDER_CARD_KEY -> cardKey(request);
            case UNDER_SM4_KEY -> keys.masterKey(CipherKind.SM4, request.text("tmk"));
            default -> tmk(request);
        };
        return purpose.mac(parent, request.raw("message"));
    }

    /** The key of one manager card, derived from its number. */
    private CipherKey cardKey(Fields request) {
        return keys.cardMaster(request.text("cardMaster")).diversify(CipherKey.cardData(request.text("cardNumber")));
    }

    private CipherKey tmk(Fields request) {
        CipherKey tmk = keys.key(KeyType.TERMINAL, request.text("tmk"), HsmError.DESTINATION_KEY_PARITY);
        HsmRefusal.unless(tmk.lengthBytes() == DOUBLE_BYTES, HsmError.KEY_LENGTHS);
        return tmk;
    }

    private String underLmk(CipherKey tmk) {
        return keys.underLmk(KeyType.TERMINAL, KeyScheme.U, tmk.clear());
    }

    private static String serialNumber(Fields request) {
        String serialNumber = request.text("serialNumber");
        HsmRefusal.unless(
                !serialNumber.isEmpty() && serialNumber.length() <= LONGEST_SERIAL_NUMBER, HsmError.DATA_LENGTH);
        return serialNumber;
    }

    private static boolean same(byte[] a, byte[] b) {
        return MessageDigest.isEqual(a, b);
    }
}
