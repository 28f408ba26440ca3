package dev.counterfoil.host.online;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.host.TerminalEntry;
import dev.counterfoil.host.TerminalEntry.Delivery;
import dev.counterfoil.host.TerminalEntry.MasterKey;
import dev.counterfoil.protocol.hostcommand.DownloadKey;
import dev.counterfoil.protocol.hostcommand.DownloadKey.OfSm4Terminal;
import dev.counterfoil.protocol.hostcommand.DownloadKey.OfTerminal;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private static final String SYSTEM_FAULT = "96";

    private final Set<String> making = new LinkedHashSet<>();

    /** One message of a terminal in service, and what the host does about it. */
    public interface Call {
        IsoMessage request();

        TerminalEntry terminal();

        /** RSA, SM2 or NONE. */
        String algorithm();

        boolean hardened();

        /** Whether a work order is open. */
        boolean permitted();

        /** The key of a chip under the LMK, or null unless the chip is in this terminal's pad. */
        @Nullable
        String chipKey(String deviceId);

        void ask(HostCommand command, Consumer<HsmReply> then);

        /** Makes a new key pending. */
        void hold(MasterKey key, Delivery delivery, Runnable then);

        /** Puts the pending key in place. */
        void activate(Runnable then);

        void closePermit(Runnable then);

        /** An answer that approves. */
        IsoMessage.Builder approval();

        void send(IsoMessage answer);

        void decline(String code, String why);
    }

    /** Index of the public key of an algorithm, RSA or SM2, in F62 and in the HSM: 2 hex digits. */
    public static String indexOf(String algorithm) {
        return algorithm.equals("SM2") ? "02" : "01";
    }

    public void serve(Call call) {
        String code = KeyDownload.step(call.request());
        if (call.algorithm().equals("NONE")) {
            call.decline(OnlineDownload.NOT_SUPPORTED, "no download online");
        } else if (code.equals(OnlineDownload.KEY_QUERY)) {
            publicKey(call);
        } else if (code.equals(OnlineDownload.TRANSPORT_KEY)) {
            transportKey(call);
        } else {
            stored(call);
        }
    }

    private static void publicKey(Call call) {
        String index = indexOf(call.algorithm());
        ask(call, new HostCommand("UO", Fields.of("index", index)), fields -> {
            List<Tlv> tags = new ArrayList<>();
            tags.add(Tlv.of(OnlineDownload.RID, RID));
            tags.add(Tlv.of(OnlineDownload.KEY_INDEX, Hex.bytes(index)));
            tags.add(Tlv.of(OnlineDownload.KEY_VALUE, fields.hex("value")));
            if (!fields.text("exponent").isEmpty()) {
                tags.add(Tlv.of(OnlineDownload.KEY_EXPONENT, fields.hex("exponent")));
            }
            call.send(call.approval().set(62, Tlv.encode(tags)).build());
        });
    }

    private void transportKey(Call call) {
        byte[] cipherText = value(call, OnlineDownload.ENCIPHERED);
        byte[] check = value(call, OnlineDownload.CHECK_VALUE);
        boolean named = Arrays.equals(value(call, OnlineDownload.RID), RID)
                && Hex.of(value(call, OnlineDownload.KEY_INDEX)).equals(indexOf(call.algorithm()));
        if (!call.permitted()) {
            call.decline(KeyDownload.NO_PERMIT, "no work order");
        } else if (!named) {
            call.decline(FORMAT, "9F06 and 9F22 name no key of the host");
        } else if (cipherText.length < NAMED_BY_BYTES || check.length != CHECK_BYTES) {
            call.decline(FORMAT, "DF23 or DF24 is missing or short");
        } else if (call.hardened()) {
            fromItsPad(call, chip -> deliver(call, cipherText, check, chip));
        } else {
            deliver(call, cipherText, check, "");
        }
    }

    /** Goes on with the key of the terminal's chip when the request carries the MAC under it. */
    private static void fromItsPad(Call call, Consumer<String> then) {
        String deviceId = new String(value(call, KeyDownload.SERIAL_NUMBER), StandardCharsets.ISO_8859_1);
        String chip = call.chipKey(deviceId);
        if (chip == null) {
            call.decline(OTHER_DEVICE, "DF4C names no PIN pad of this terminal");
        } else {
            admit(call, new OfTerminal(chip), deviceId, () -> then.accept(chip));
        }
    }

    /** @param chip under which the answer is sealed, empty when it is not */
    private void deliver(Call call, byte[] cipherText, byte[] check, String chip) {
        TerminalEntry terminal = call.terminal();
        if (!making.add(terminal.name())) {
            return;
        }
        Delivery delivery = new Delivery(call.request().text(11), Hex.of(cipherText, 0, NAMED_BY_BYTES));
        boolean again = terminal.pending().present() && terminal.delivery().equals(delivery);
        Fields fields = Fields.of("index", indexOf(call.algorithm()), "form", chip.isEmpty() ? "0" : "1")
                .set("check", Hex.of(check))
                .set("cipherText", Hex.of(cipherText))
                .set("serialNumber", terminal.identity().serialNumber());
        if (again) {
            fields.set("tmk", terminal.pending().underLmk());
        }
        call.ask(new HostCommand("UQ", fields), reply -> {
            making.remove(terminal.name());
            if (reply.verificationFailed()) {
                call.decline(KeyDownload.AUTHENTICATION_FAILED, "DF23 holds no key with the check value DF24");
            } else if (!reply.ok()) {
                call.decline(SYSTEM_FAULT, "HSM: " + reply);
            } else if (again) {
                send(call, reply.fields(), chip);
            } else {
                MasterKey key =
                        new MasterKey(reply.fields().text("tmk"), reply.fields().text("kcv"));
                call.hold(key, delivery, () -> send(call, reply.fields(), chip));
            }
        });
    }

    private static void send(Call call, Fields made, String chip) {
        String key = made.text("keyBlock");
        byte[] check = Hex.bytes(made.text("kcv"));
        if (chip.isEmpty()) {
            call.send(call.approval().set(62, Hex.bytes(key + made.text("kcv"))).build());
            return;
        }
        String deviceId = new String(value(call, KeyDownload.SERIAL_NUMBER), StandardCharsets.ISO_8859_1);
        List<Tlv> tags = List.of(
                Tlv.of(OnlineDownload.SEALED_KEY, key.getBytes(StandardCharsets.US_ASCII)),
                Tlv.of(OnlineDownload.CHECK_VALUE, check));
        seal(call, new OfTerminal(chip), deviceId, tags);
    }

    private static void stored(Call call) {
        TerminalEntry terminal = call.terminal();
        String checkValue = Hex.of(value(call, OnlineDownload.CHECK_VALUE));
        boolean pending = terminal.pending().checkValue().equals(checkValue);
        MasterKey key = pending ? terminal.pending() : terminal.masterKey();
        if (checkValue.isEmpty()) {
            call.decline(FORMAT, "DF24 is missing");
        } else if (!key.present() || !key.checkValue().equals(checkValue)) {
            call.decline(KeyDownload.AUTHENTICATION_FAILED, "no key of the terminal has this check value");
        } else if (call.hardened()) {
            DownloadKey under =
                    call.algorithm().equals("SM2") ? new OfSm4Terminal(key.underLmk()) : new OfTerminal(key.underLmk());
            String serialNumber = terminal.identity().serialNumber();
            admit(
                    call,
                    under,
                    serialNumber,
                    () -> conclude(call, pending, () -> seal(call, under, serialNumber, List.of())));
        } else {
            conclude(call, pending, () -> call.send(call.approval().build()));
        }
    }

    private static void conclude(Call call, boolean pending, Runnable answer) {
        Runnable closed = () -> call.closePermit(answer);
        if (pending) {
            call.activate(closed);
        } else {
            closed.run();
        }
    }

    /** Goes on when the request ends with a good MAC. */
    private static void admit(Call call, DownloadKey under, String serialNumber, Runnable then) {
        byte[] mac = KeyDownload.mac(call.request());
        if (mac == null) {
            call.decline(FORMAT, "MAC is missing");
            return;
        }
        byte[] covered = KeyDownload.covered(call.request(), serialNumber, NONE);
        call.ask(HostCommands.checkRequest(under, mac, covered), reply -> {
            if (reply.ok()) {
                then.run();
            } else if (reply.verificationFailed()) {
                call.decline(KeyDownload.AUTHENTICATION_FAILED, "MAC is wrong");
            } else {
                call.decline(SYSTEM_FAULT, "HSM: " + reply);
            }
        });
    }

    /** Approves with these tags and a MAC. */
    private static void seal(Call call, DownloadKey under, String serialNumber, List<Tlv> tags) {
        IsoMessage plain = tags.isEmpty()
                ? call.approval().build()
                : OnlineDownload.with(call.approval().build(), tags);
        byte[] covered = KeyDownload.covered(plain, serialNumber, NONE);
        ask(call, HostCommands.sealAnswer(under, covered), fields -> {
            List<Tlv> sealed = new ArrayList<>(tags);
            sealed.add(Tlv.of(KeyDownload.MAC, fields.hex("mac")));
            call.send(OnlineDownload.with(plain, sealed));
        });
    }

    private static void ask(Call call, HostCommand command, Consumer<Fields> then) {
        call.ask(command, reply -> {
            if (reply.ok()) {
                then.accept(reply.fields());
            } else {
                call.decline(SYSTEM_FAULT, "HSM: " + reply);
            }
        });
    }

    private static byte[] value(Call call, int tag) {
        return KeyDownload.valueOrNone(call.request(), tag);
    }
}
