package dev.counterfoil.scenarios.bench;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.MacPadding;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommandFrame;
import dev.counterfoil.protocol.hostcommand.HsmAnswer;
import dev.counterfoil.protocol.hostcommand.LayoutSettings;
import dev.counterfoil.protocol.hostcommand.Layouts;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.trace.Digest;
import dev.counterfoil.trace.Envelope;
import dev.counterfoil.wire.WireEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One sale without a simulator: every message of a sale that was recorded is packed and unpacked, every cipher operation
 * is made, and every event goes into the digest, by direct calls. Nobody decides, waits, stores or routes.
 */
final class SaleFloor implements Runnable {
    private static final int HEADER = 4;
    private static final CipherKey KEY = CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEFFEDCBA9876543210");
    /** A terminal's MAC key in the dialect's preset form. */
    private static final CipherKey MAC_KEY = CipherKey.ofHex(CipherKind.DES, "0123456789ABCDEF");

    private static final byte[] BLOCK = new byte[8];

    private final List<Runnable> work = new ArrayList<>();
    private final Digest digest = new Digest();
    private final Dialect line;
    private final Dialect exchange;
    private HostCommand asked = new HostCommand("NC", new Fields());
    private int sink;

    /** @param sale everything that happened in one sale */
    SaleFloor(List<Envelope> sale, Dialect line, Dialect exchange) {
        this.line = line;
        this.exchange = exchange;
        for (Envelope envelope : sale) {
            work.add(() -> digest.accept(envelope));
            if (envelope.event() instanceof WireEvents.Sent sent) {
                message(envelope.actor(), sent);
            }
        }
    }

    @Override
    public void run() {
        for (int i = 0; i < work.size(); i++) {
            work.get(i).run();
        }
    }

    /** What keeps the compiler from leaving work out. */
    int sink() {
        return sink + digest.value()[0];
    }

    int steps() {
        return work.size();
    }

    private void message(String wire, WireEvents.Sent sent) {
        byte[] bytes = sent.bytes();
        if (wire.startsWith("line of")) {
            iso(line, bytes);
        } else if (wire.equals("switch link") || wire.equals("issuer link")) {
            iso(exchange, bytes);
        } else if (wire.endsWith("HSM link")) {
            if (sent.to().endsWith("HSM")) {
                request(bytes);
            } else {
                answer(bytes);
            }
        } else if (wire.startsWith("pad cable")) {
            pad(bytes, sent.from().startsWith("pad"));
        } else if (wire.startsWith("panel")) {
            PanelMessage shown = PanelMessage.decode(bytes);
            work.add(() -> sink += PanelMessage.decode(shown.encode()).hashCode());
        }
    }

    private void iso(Dialect dialect, byte[] frame) {
        IsoMessage came = dialect.unpack(frame);
        List<Integer> numbers = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int n = 2; n <= 64; n++) {
            if (came.has(n)) {
                numbers.add(n);
                values.add(came.text(n));
            }
        }
        work.add(() -> {
            IsoMessage.Builder made =
                    IsoMessage.of(came.mti()).tpdu(came.tpdu()).header(came.header());
            for (int i = 0; i < values.size(); i++) {
                made.set(numbers.get(i), values.get(i));
            }
            IsoMessage read = dialect.unpack(dialect.pack(made.build()));
            for (int i = 0; i < values.size(); i++) {
                sink += read.text(numbers.get(i)).length();
            }
        });
    }

    private void request(byte[] bytes) {
        HostCommandFrame frame = HostCommandFrame.parse(bytes, HEADER);
        var layout = Objects.requireNonNull(Layouts.request(frame.command()));
        Fields fields = layout.read(frame.body(), LayoutSettings.USUAL);
        HostCommand command = new HostCommand(frame.command(), fields);
        asked = command;
        work.add(() -> {
            HostCommandFrame read = HostCommandFrame.parse(command.frame(frame.header()), HEADER);
            sink += layout.read(read.body(), LayoutSettings.USUAL).hashCode();
        });
        work.add(() -> sink += ciphers(command));
    }

    private void answer(byte[] bytes) {
        HsmAnswer came = HsmAnswer.parse(bytes, HEADER);
        HostCommand request = asked;
        Fields fields = came.fields(request);
        var layout = Layouts.answer(request.command());
        work.add(() -> {
            String body = came.errorCode() + layout.write(fields);
            byte[] frame = new HostCommandFrame(came.header(), came.command(), body).encode();
            sink += HsmAnswer.parse(frame, HEADER).fields(request).hashCode();
        });
    }

    private void pad(byte[] bytes, boolean reply) {
        if (reply) {
            PadReply read = PadReply.decode(bytes);
            work.add(() -> sink += PadReply.decode(read.encode()).hashCode());
            return;
        }
        PadCommand read = PadCommand.decode(bytes);
        work.add(() -> sink += PadCommand.decode(read.encode()).hashCode());
        if (read instanceof PadCommand.Mac mac) {
            work.add(() -> sink += Macs.compute(MacAlgorithm.UNIONPAY_ECB, MAC_KEY, mac.data()).length);
        } else if (read instanceof PadCommand.ReadPinBlock || read instanceof PadCommand.EncryptTrack) {
            work.add(() -> sink += KEY.encryptEcb(BLOCK).length);
        }
    }

    /** What an HSM computes for this command with keys that it holds ready. */
    private static int ciphers(HostCommand command) {
        Fields fields = command.fields();
        return switch (command.command()) {
            case "U0", "U2" -> Macs.compute(MacAlgorithm.UNIONPAY_ECB, MAC_KEY, fields.raw("message")).length;
            case "M6", "M8" -> {
                byte[] message = MacPadding.METHOD_1.pad(fields.raw("message"), BLOCK.length);
                yield Macs.algorithm3(KEY, BLOCK, message).length;
            }
            case "CA" -> KEY.encryptEcb(KEY.decryptEcb(BLOCK)).length;
            case "EC" -> KEY.decryptEcb(BLOCK).length + KEY.encryptEcb(BLOCK).length;
            case "UC" -> KEY.decryptEcb(BLOCK).length;
            default -> throw new IllegalArgumentException("a sale has no " + command.command());
        };
    }
}
