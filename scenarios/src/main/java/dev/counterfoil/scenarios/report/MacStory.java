package dev.counterfoil.scenarios.report;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.UnionPayMac;
import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.iso8583.DescribedField;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.reports.markup.Masking;
import dev.counterfoil.reports.model.MacWorking;
import dev.counterfoil.reports.model.MacWorking.Block;
import dev.counterfoil.scenarios.face.Dots;
import dev.counterfoil.scenarios.play.PlayedScenario;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What went into a message's F64, block by block, and how it was made from that. */
final class MacStory {
    private static final int MAC = 64;
    private static final int BLOCK_BYTES = 8;
    private static final int BLOCK_DIGITS = 16;

    private final Dialect dialect;
    private final byte[] frame;
    private final int offset;
    private final int length;

    private MacStory(Dialect dialect, byte[] frame) {
        this.dialect = dialect;
        this.frame = frame;
        this.offset = dialect.macOffset(frame);
        this.length = dialect.macLength(frame);
    }

    /** The message as sent and, where it arrived changed, as it came; nothing where it has no such MAC. */
    static List<MacWorking> of(PlayedScenario played, WireMessage message) {
        List<MacWorking> workings = new ArrayList<>();
        byte[] came = message.came();
        add(workings, played, message, message.bytes(), "as sent");
        if (came != null && !Arrays.equals(came, message.bytes())) {
            add(workings, played, message, came, "as it came");
        }
        return workings;
    }

    /** Whether a message carries a MAC of the line. */
    static boolean has(WireMessage message) {
        IsoMessage iso = message.iso();
        return iso != null && iso.has(MAC) && message.wire().startsWith("line of ");
    }

    private static void add(
            List<MacWorking> workings, PlayedScenario played, WireMessage message, byte[] frame, String caption) {
        Dialect dialect = message.dialect();
        if (dialect == null
                || !has(message)
                || !dialect.setting("mac.algorithm").equals("UNIONPAY_ECB")) {
            return;
        }
        try {
            String checkValue = keyOf(played.evidence(), message);
            UnionPayMac.Working steps = played.macs().explain(message, frame, checkValue);
            workings.add(new MacStory(dialect, frame).working(message.number(), caption, checkValue, steps));
        } catch (Malformed e) {
            // what cannot be read has no MAC to explain
            return;
        }
    }

    private MacWorking working(int number, String caption, String checkValue, UnionPayMac.@Nullable Working steps) {
        int padding = (BLOCK_BYTES - length % BLOCK_BYTES) % BLOCK_BYTES;
        String dotted = Dots.over(dialect, frame).substring(offset * 2, (offset + length) * 2) + "00".repeat(padding);
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < dotted.length(); at += BLOCK_DIGITS) {
            blocks.add(new Block(dotted.substring(at, at + BLOCK_DIGITS), fields(at / 2)));
        }
        String fold = Masking.fold(fold(), blocks.stream().map(Block::hex).toList());
        return new MacWorking(
                number,
                caption,
                "TAK",
                checkValue,
                blocks,
                padding,
                fold,
                steps == null ? "" : steps.e1(),
                steps == null ? "" : Masking.second(steps.x(), fold),
                steps == null ? "" : steps.e2(),
                f64());
    }

    private String fold() {
        byte[] folded = new byte[BLOCK_BYTES];
        for (int i = 0; i < length; i++) {
            folded[i % BLOCK_BYTES] ^= frame[offset + i];
        }
        return Hex.of(folded);
    }

    private String f64() {
        int at = dialect.index(frame).valueOffset(MAC);
        return new String(frame, at, BLOCK_BYTES, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
    }

    private String fields(int at) {
        int from = offset + at;
        return dialect.describe(frame, false).stream()
                .filter(f -> !f.path().contains("."))
                .filter(f -> f.offset() < from + BLOCK_BYTES && f.offset() + f.lengthBytes() > from)
                .map(DescribedField::path)
                .filter(path -> !path.equals("F64"))
                .collect(Collectors.joining(" "));
    }

    private static String keyOf(Evidence evidence, WireMessage message) {
        String terminal = message.wire().substring("line of ".length());
        @Nullable
        String last = evidence.of(KeyLife.class).stream()
                .filter(e -> e.number() < message.event()
                        && e.event().owner().equals(terminal)
                        && e.event().key().equals("MAC key")
                        && e.event().state().equals("ACTIVE"))
                .map(e -> e.event().checkValue())
                .reduce("", (one, other) -> other);
        return last;
    }
}
