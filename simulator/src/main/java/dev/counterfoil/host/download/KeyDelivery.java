package dev.counterfoil.host.download;

import dev.counterfoil.codec.Tlv;
import dev.counterfoil.host.TerminalEntry;
import dev.counterfoil.host.TerminalEntry.Delivery;
import dev.counterfoil.host.TerminalEntry.MasterKey;
import dev.counterfoil.protocol.hostcommand.DownloadKey;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A master key on its way to its terminal, whatever it comes under: it is made once for a download and is pending until
 * the terminal has it. Between two words with the HSM other messages come in, so the terminal's entry is read anew.
 */
public final class KeyDelivery {
    private static final String FORMAT = "30";

    private final Set<String> making = new LinkedHashSet<>();

    /**
     * What a message and its answer are sealed with.
     *
     * @param owner serial number or device id that the MAC covers
     * @param r3 random number of the host, or empty
     */
    public record Seal(DownloadKey key, String owner, byte[] r3) {
        byte[] covered(IsoMessage message) {
            return KeyDownload.covered(message, owner, r3);
        }
    }

    /**
     * Has the HSM wrap the key that this download has, or a new one, which is pending then. A request that comes again
     * meanwhile is left alone.
     *
     * @param wrap the command for a key under the LMK, or for a new one when that is empty
     * @param wrong what to do when the HSM finds something wrong with the request
     */
    public void deliver(
            Call call, Delivery delivery, Function<String, HostCommand> wrap, Runnable wrong, Consumer<Fields> send) {
        TerminalEntry terminal = call.terminal();
        if (!making.add(terminal.name())) {
            return;
        }
        boolean again = terminal.pending().present() && terminal.delivery().equals(delivery);
        HostCommand command = wrap.apply(again ? terminal.pending().underLmk() : "");
        call.ask(command, reply -> {
            making.remove(terminal.name());
            heed(call, reply, wrong, made -> {
                Runnable out = () -> send.accept(made);
                if (again) {
                    out.run();
                } else {
                    call.hold(new MasterKey(made.text("tmk"), made.text("kcv")), delivery, out);
                }
            });
        });
    }

    /**
     * The terminal says that it has a key: the pending one, or once more the one in use.
     *
     * @param sealed the seal under a key, or null in a mode without
     */
    public static void confirm(
            Call call,
            String checkValue,
            Function<MasterKey, @Nullable Seal> sealed,
            Consumer<@Nullable Seal> confirmed) {
        MasterKey key = held(call, checkValue);
        if (key == null) {
            noSuchKey(call);
            return;
        }
        Seal seal = sealed.apply(key);
        admit(
                call,
                seal,
                () -> conclude(call, checkValue, () -> confirmed.accept(seal)),
                () -> call.decline(KeyDownload.AUTHENTICATION_FAILED, "MAC is wrong"));
    }

    private static void conclude(Call call, String checkValue, Runnable confirmed) {
        MasterKey key = held(call, checkValue);
        Runnable closed = () -> call.closeOrder(confirmed);
        if (key == null) {
            noSuchKey(call);
        } else if (key.equals(call.terminal().pending())) {
            call.activate(closed);
        } else {
            closed.run();
        }
    }

    private static @Nullable MasterKey held(Call call, String checkValue) {
        TerminalEntry terminal = call.terminal();
        for (MasterKey key : List.of(terminal.pending(), terminal.masterKey())) {
            if (key.present() && key.checkValue().equals(checkValue)) {
                return key;
            }
        }
        return null;
    }

    private static void noSuchKey(Call call) {
        call.decline(KeyDownload.AUTHENTICATION_FAILED, "no key of the terminal has this check value");
    }

    /** Goes on when the request ends with a good MAC, or needs none. */
    public static void admit(Call call, @Nullable Seal seal, Runnable good, Runnable wrong) {
        byte[] mac = KeyDownload.mac(call.request());
        if (seal == null) {
            good.run();
        } else if (mac == null) {
            call.decline(FORMAT, "MAC is missing");
        } else {
            HostCommand check = HostCommands.checkRequest(seal.key, mac, seal.covered(call.request()));
            ask(call, check, wrong, fields -> good.run());
        }
    }

    /** Approves with these tags, and with a MAC where there is a seal. */
    public static void answer(Call call, @Nullable Seal seal, List<Tlv> tags) {
        IsoMessage.Builder approval = call.approval();
        IsoMessage plain = (tags.isEmpty() ? approval : approval.set(62, Tlv.encode(tags))).build();
        if (seal == null) {
            call.send(plain);
            return;
        }
        ask(call, HostCommands.sealAnswer(seal.key, seal.covered(plain)), fields -> {
            List<Tlv> sealed = new ArrayList<>(tags);
            sealed.add(Tlv.of(KeyDownload.MAC, fields.hex("mac")));
            call.send(plain.toBuilder().set(62, Tlv.encode(sealed)).build());
        });
    }

    /** Has the HSM do something; when it does not, the request is declined. */
    public static void ask(Call call, HostCommand command, Consumer<Fields> then) {
        call.ask(command, reply -> heed(call, reply, () -> fault(call, reply), then));
    }

    /** The same; {@code wrong} is done instead when the HSM finds something wrong with the request. */
    public static void ask(Call call, HostCommand command, Runnable wrong, Consumer<Fields> then) {
        call.ask(command, reply -> heed(call, reply, wrong, then));
    }

    private static void heed(Call call, HsmReply reply, Runnable wrong, Consumer<Fields> then) {
        if (reply.ok()) {
            then.accept(reply.fields());
        } else if (reply.verificationFailed()) {
            wrong.run();
        } else {
            fault(call, reply);
        }
    }

    private static void fault(Call call, HsmReply reply) {
        call.decline(ResponseCodes.SYSTEM_FAULT, "HSM: " + reply);
    }
}
