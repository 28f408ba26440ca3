package dev.counterfoil.hsm.issuing;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.keyblock.CardChannel;
import dev.counterfoil.hsm.Handler;
import dev.counterfoil.hsm.HsmRefusal;
import dev.counterfoil.hsm.Reply;
import dev.counterfoil.protocol.apdu.BlankApplication.Item;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HsmError;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** UY, V2 and V4, for the card issuer; extensions of this product's own. */
public final class IssuingCommands {
    private static final byte TDES = 0x01;

    private final Masters masters;

    /** What these commands need of the keys under the LMK: masters of 16 bytes, which others use too. */
    public interface Masters {
        CipherKey cardMaster(String underLmk);

        /** The master of blank cards' transport keys. */
        CipherKey transportMaster(String underLmk);
    }

    public IssuingCommands(Masters masters) {
        this.masters = masters;
    }

    public Map<String, Handler> handlers() {
        return Map.of("UY", this::prove, "V2", this::sealData, "V4", this::sealKey);
    }

    /** The host's cryptogram is given only for a right one of the card. */
    private Reply prove(Fields request) {
        return inChannel(
                request,
                channel -> MessageDigest.isEqual(channel.cardCryptogram(), request.hex("cryptogram"))
                        ? Reply.ok(Fields.of("cryptogram", Hex.of(channel.hostCryptogram())))
                        : Reply.error(HsmError.VERIFICATION_FAILED));
    }

    private Reply sealKey(Fields request) {
        byte[] place = request.hex("place");
        HsmRefusal.unless(isForKey(place), HsmError.INVALID_INPUT);
        CipherKey master = masters.cardMaster(request.text("cardMaster"));
        return master.diversify(CipherKey.cardData(request.text("cardNumber")))
                .once(key -> inChannel(
                        request,
                        channel -> Reply.ok(Fields.of("sealed", Hex.of(channel.seal(place, keyData(key))))
                                .set("kcv", key.kcv()))));
    }

    private Reply sealData(Fields request) {
        byte[] place = request.hex("place");
        HsmRefusal.unless(!isForKey(place), HsmError.INVALID_INPUT);
        return inChannel(
                request, channel -> Reply.ok(Fields.of("sealed", Hex.of(channel.seal(place, request.hex("data"))))));
    }

    /** A key of the caller's choice must not come into a card, nor other data where its key stands. */
    private static boolean isForKey(byte[] place) {
        return Arrays.equals(place, Item.KEY.place(place[0]));
    }

    private static byte[] keyData(CipherKey key) {
        byte[] clear = key.clear();
        byte[] check = Hex.bytes(key.kcv());
        byte[] data = new byte[1 + clear.length + check.length];
        data[0] = TDES;
        System.arraycopy(clear, 0, data, 1, clear.length);
        System.arraycopy(check, 0, data, 1 + clear.length, check.length);
        Arrays.fill(clear, (byte) 0);
        return data;
    }

    private Reply inChannel(Fields request, Function<CardChannel, Reply> work) {
        byte[] challenges = request.hex("challenges");
        CipherKey master = masters.transportMaster(request.text("transport"));
        return master.diversify(request.hex("chip")).once(transport -> {
            CardChannel channel = new CardChannel(
                    transport,
                    Arrays.copyOf(challenges, CardChannel.BYTES),
                    Arrays.copyOfRange(challenges, CardChannel.BYTES, 2 * CardChannel.BYTES));
            try {
                return work.apply(channel);
            } finally {
                channel.erase();
            }
        });
    }
}
