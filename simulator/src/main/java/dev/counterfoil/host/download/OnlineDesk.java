package dev.counterfoil.host.download;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.host.TerminalEntry.Delivery;
import dev.counterfoil.host.TerminalEntry.MasterKey;
import dev.counterfoil.host.download.KeyDelivery.Seal;
import dev.counterfoil.host.download.Sessions.Session;
import dev.counterfoil.protocol.hostcommand.DownloadKey.OfSm4Terminal;
import dev.counterfoil.protocol.hostcommand.DownloadKey.OfTerminal;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a terminal the host's public key, then a master key under the transport key that the terminal sends under it,
 * and notes that the terminal has it. The new key is pending until then. The same cipher text is given the same key.
 */
public final class OnlineDesk {
    private static final byte[] RID = Hex.bytes("A000000333");
    private static final int CHECK_BYTES = 4;
    private static final int NAMED_BY_BYTES = 16;
    private static final byte[] NONE = {};
    private static final String FORMAT = "30";
    private static final String OTHER_DEVICE = "97";

    private final KeyDelivery keys;
    private final Sessions sessions;

    /** One message, and what else the host knows. */
    public interface OnlineCall extends Call {
        /** Of the host's public key; null when it gives none. */
        @Nullable
        KeyAlgorithm algorithm();

        boolean hardened();

        /** Whether a work order is open. */
        boolean permitted();

        /** The key of a chip under the LMK, or null unless the chip is in this terminal's pad. */
        @Nullable
        String chipKey(String deviceId);
    }

    public OnlineDesk(KeyDelivery keys, Sessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    /** Index of the public key of an algorithm, in F62 and in the HSM: 2 hex digits. */
    public static String indexOf(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.SM2 ? "02" : "01";
    }

    public void serve(OnlineCall call) {
        KeyAlgorithm algorithm = call.algorithm();
        String code = KeyDownload.step(call.request());
        if (algorithm == null) {
            call.decline(OnlineDownload.NOT_SUPPORTED, "no download online");
        } else if (code.equals(OnlineDownload.KEY_QUERY)) {
            publicKey(call, indexOf(algorithm));
        } else if (code.equals(OnlineDownload.TRANSPORT_KEY)) {
            ordered(call, () -> transportKey(call, indexOf(algorithm)));
        } else {
            stored(call, algorithm);
        }
    }

    private void publicKey(OnlineCall call, String index) {
        KeyDelivery.ask(call, new HostCommand("UO", Fields.of("index", index)), fields -> {
            List<Tlv> tags = new ArrayList<>();
            tags.add(Tlv.of(OnlineDownload.RID, RID));
            tags.add(Tlv.of(OnlineDownload.KEY_INDEX, Hex.bytes(index)));
            tags.add(Tlv.of(OnlineDownload.KEY_VALUE, fields.hex("value")));
            if (!fields.text("exponent").isEmpty()) {
                tags.add(Tlv.of(OnlineDownload.KEY_EXPONENT, fields.hex("exponent")));
            }
            if (call.hardened()) {
                Session session =
                        sessions.begin(terminalId(call), call.request().text(11), true);
                tags.add(Tlv.of(KeyDownload.R3, session.r3()));
            }
            KeyDelivery.answer(call, null, tags);
        });
    }

    private void transportKey(OnlineCall call, String index) {
        byte[] cipherText = value(call, OnlineDownload.ENCIPHERED);
        byte[] check = value(call, OnlineDownload.CHECK_VALUE);
        boolean named = Arrays.equals(value(call, OnlineDownload.RID), RID)
                && Hex.of(value(call, OnlineDownload.KEY_INDEX)).equals(index);
        if (!named) {
            call.decline(FORMAT, "9F06 and 9F22 name no key of the host");
        } else if (cipherText.length < NAMED_BY_BYTES || check.length != CHECK_BYTES) {
            call.decline(FORMAT, "DF23 or DF24 is missing or short");
        } else {
            fromItsPad(call, seal -> ordered(call, () -> deliver(call, index, seal)));
        }
    }

    /** Goes on while a work order is open: one that was closed in the meantime is none. */
    private static void ordered(OnlineCall call, Runnable then) {
        if (call.permitted()) {
            then.run();
        } else {
            call.decline(KeyDownload.NO_PERMIT, "no work order");
        }
    }

    /** Goes on with the seal under the key of the terminal's chip, where there has to be one and it is good. */
    private void fromItsPad(OnlineCall call, Consumer<@Nullable Seal> then) {
        if (!call.hardened()) {
            then.accept(null);
            return;
        }
        String deviceId = new String(value(call, KeyDownload.SERIAL_NUMBER), StandardCharsets.ISO_8859_1);
        String chip = call.chipKey(deviceId);
        Session session = sessions.fresh(terminalId(call));
        if (chip == null) {
            call.decline(OTHER_DEVICE, "DF4C names no PIN pad of this terminal");
        } else if (session == null || !session.stan().equals(call.request().text(11))) {
            call.decline(KeyDownload.REPEATED, "no public key query before");
        } else {
            Seal seal = new Seal(new OfTerminal(chip), deviceId, session.r3());
            Runnable wrong = () -> call.decline(KeyDownload.AUTHENTICATION_FAILED, "MAC is wrong");
            KeyDelivery.admit(call, seal, () -> then.accept(seal), wrong);
        }
    }

    private void deliver(OnlineCall call, String index, @Nullable Seal seal) {
        String cipherText = Hex.of(value(call, OnlineDownload.ENCIPHERED));
        Fields fields = Fields.of("index", index, "form", seal == null ? "0" : "1")
                .set("check", Hex.of(value(call, OnlineDownload.CHECK_VALUE)))
                .set("cipherText", cipherText)
                .set("serialNumber", call.terminal().identity().serialNumber());
        keys.deliver(
                call,
                new Delivery(call.request().text(11), cipherText.substring(0, 2 * NAMED_BY_BYTES)),
                tmk -> new HostCommand("UQ", tmk.isEmpty() ? fields : fields.set("tmk", tmk)),
                () -> call.decline(KeyDownload.AUTHENTICATION_FAILED, "DF23 holds no key with the check value DF24"),
                made -> send(call, made, seal));
    }

    private static void send(Call call, Fields made, @Nullable Seal seal) {
        String key = made.text("keyBlock");
        String check = made.text("kcv");
        if (seal == null) {
            call.send(call.approval().set(62, Hex.bytes(key + check)).build());
        } else {
            Tlv sealed = Tlv.of(OnlineDownload.SEALED_KEY, key.getBytes(StandardCharsets.US_ASCII));
            KeyDelivery.answer(call, seal, List.of(sealed, Tlv.of(OnlineDownload.CHECK_VALUE, Hex.bytes(check))));
        }
    }

    private void stored(OnlineCall call, KeyAlgorithm algorithm) {
        byte[] checkValue = value(call, OnlineDownload.CHECK_VALUE);
        if (checkValue.length == 0) {
            call.decline(FORMAT, "DF24 is missing");
            return;
        }
        KeyDelivery.confirm(
                call, Hex.of(checkValue), key -> call.hardened() ? under(call, algorithm, key) : null, seal -> {
                    sessions.remove(terminalId(call));
                    KeyDelivery.answer(call, seal, List.of());
                });
    }

    /** The seal under the master key itself, which is new enough. */
    private static Seal under(Call call, KeyAlgorithm algorithm, MasterKey key) {
        return new Seal(
                algorithm == KeyAlgorithm.SM2 ? new OfSm4Terminal(key.underLmk()) : new OfTerminal(key.underLmk()),
                call.terminal().identity().serialNumber(),
                NONE);
    }

    private static String terminalId(Call call) {
        return call.terminal().identity().terminalId();
    }

    private static byte[] value(Call call, int tag) {
        return KeyDownload.valueOrNone(call.request(), tag);
    }
}
