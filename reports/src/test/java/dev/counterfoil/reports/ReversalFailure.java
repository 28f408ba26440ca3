package dev.counterfoil.reports;

import dev.counterfoil.reports.model.DecodedField;
import dev.counterfoil.reports.model.FailureDetail;
import dev.counterfoil.reports.model.FailureDetail.Column;
import dev.counterfoil.reports.model.FailureDetail.Departure;
import dev.counterfoil.reports.model.FailureDetail.Stand;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.MacWorking;
import dev.counterfoil.reports.model.Moment;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.reports.model.StepReport;
import dev.counterfoil.reports.model.Verdict;
import dev.counterfoil.reports.model.WireMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A made-up failure: a terminal rewrites the reason of an open reversal, so its second try is no repeat. */
public final class ReversalFailure {
    /** The card of the scenario, made up; its middle must appear nowhere. */
    public static final String CARD = "6225881234565678";

    private static final String HEAD = "60000300006031003111080";
    private static final String INPUT = "04007020048002C0801916" + CARD + "0000000000000025000001240210 00%s"
            + "35303038303030313130323331303035343131303031373135360014220001230005000016000123000124 0316";
    private static final byte[] TAK = {0x13, 0x57, (byte) 0x9B, (byte) 0xDF, 0x02, 0x46, (byte) 0x8A, (byte) 0xCE};

    private ReversalFailure() {}

    public static final MacWorking FIRST_TRY = working(24, "1st try", "3938");
    public static final MacWorking SECOND_TRY = working(38, "2nd try", "4130");

    private static MacWorking working(int message, String caption, String reason) {
        return TestMac.working(message, caption, TAK, INPUT.replace(" ", "").formatted(reason));
    }

    public static byte[] tak() {
        return TAK.clone();
    }

    private static final List<WireMessage> MESSAGES = read();

    public static List<WireMessage> messages() {
        return MESSAGES;
    }

    private static List<WireMessage> read() {
        List<WireMessage> messages = new ArrayList<>();
        for (String line : lines("reversal-messages.txt")) {
            String[] c = line.split("\\|", -1);
            int number = Integer.parseInt(c[0]);
            messages.add(new WireMessage(
                    number,
                    Long.parseLong(c[1]) * 1_000_000,
                    Integer.parseInt(c[2]),
                    c[5],
                    c[6],
                    c[3],
                    WireMessage.Protocol.valueOf(c[4]),
                    Label.of(c[7], c[8]),
                    c[13],
                    Integer.parseInt(c[9]),
                    raw(number),
                    fields(number),
                    WireMessage.Mac.valueOf(c[10]),
                    Integer.parseInt(c[11]),
                    c[12].equals("lost")));
        }
        return messages;
    }

    private static String raw(int number) {
        return switch (number) {
            case 24 -> frame(FIRST_TRY);
            case 38 -> frame(SECOND_TRY);
            default -> "";
        };
    }

    private static String frame(MacWorking working) {
        StringBuilder input = new StringBuilder();
        working.blocks().forEach(b -> input.append(b.hex()));
        input.setLength(input.length() - working.paddingBytes() * 2);
        StringBuilder mac = new StringBuilder();
        working.f64().chars().forEach(c -> mac.append(Integer.toHexString(c)));
        return "0064" + HEAD + "4" + input + mac;
    }

    private static List<DecodedField> fields(int number) {
        int column = List.of(24, 33, 38).indexOf(number);
        if (column < 0) {
            return List.of();
        }
        List<DecodedField> fields = new ArrayList<>();
        for (String line : lines("reversal-fields.txt")) {
            String[] c = line.split("\\|", -1);
            String cell = c[3 + column];
            if (!cell.equals("-")) {
                String[] value = cell.split("~", -1);
                String shown = !c[0].equals("F64") || number == 33 ? value[0] : mac(number);
                fields.add(new DecodedField(c[0], Label.of(c[1], c[2]), shown, value[1]));
            }
        }
        return fields;
    }

    private static String mac(int number) {
        return (number == 24 ? FIRST_TRY : SECOND_TRY).f64();
    }

    public static Recording recording() {
        List<Moment> moments = new ArrayList<>();
        moments.add(at(15_510, 5, "P1", Moment.Kind.KEY_USE, "TPK", ""));
        moments.add(at(15_560, 7, "P1", Moment.Kind.KEY_USE, "TAK", ""));
        moments.add(
                at(15_562, 7, "T1", Moment.Kind.STORE, "store reversal 000124", "written before the request leaves"));
        moments.add(at(15_633, 10, "HSM1", Moment.Kind.KEY_USE, "TAK", ""));
        moments.add(at(15_637, 12, "HSM1", Moment.Kind.KEY_USE, "TPK", ""));
        moments.add(at(15_702, 16, "H1", Moment.Kind.LEDGER, "ledger −25.00", "posted once, F37 031610000317"));
        moments.add(at(15_708, 19, "T1", Moment.Kind.WAIT, "60 s on the terminal’s answer timer", ""));
        moments.add(at(79_176, 30, "H1", Moment.Kind.LEDGER, "ledger +25.00", "reversed once"));
        moments.add(at(79_262, 35, "T1", Moment.Kind.DEPARTURE, "reason 98 → A0", "first departure: reason rewritten"));
        List<Recording.Fault> faults = List.of(
                new Recording.Fault(1, "the 1st 0210 is lost after posting", 15_708_000_000L, 19, true),
                new Recording.Fault(2, "the 1st 0410 gets a wrong MAC", 79_184_000_000L, 33, true));
        return new Recording(messages(), moments, faults, List.of(), List.of(), List.of());
    }

    private static Moment at(long millis, int after, String actor, Moment.Kind kind, String text, String meaning) {
        return new Moment(millis * 1_000_000, after, actor, kind, text, meaning);
    }

    public static List<StepReport> steps() {
        Verdict pass = Verdict.PASS;
        return List.of(
                StepReport.of("Given", "T1 is signed in with batch 000123 and next trace 000124", pass),
                StepReport.of("And", "card A holds 500.00 yuan", pass),
                noted("And", "the 1st 0210 for T1 is lost after the host has posted it", "↯ struck", 0),
                noted("And", "the 1st 0410 for T1 is delivered with a wrong MAC", "↯ struck", 0),
                noted("When", "the clerk sells goods for 25.00 yuan with card A", "4.7 s", 0),
                noted("Then", "T1 shows “交易超时” after 60 s", "60.0 s", 0),
                noted("When", "the clerk sells goods for 8.00 yuan with card A", "0.1 s", 0),
                noted("Then", "the next message of T1 is a 0400 with F39 98 and F11 of the sale", "", 24),
                new StepReport(
                        "And",
                        "the 2nd 0400 of T1 equals the 1st, field for field",
                        Verdict.FAIL,
                        "F39 98 · F64 " + FIRST_TRY.f64(),
                        "F39 A0 · F64 " + SECOND_TRY.f64(),
                        "same: 11 of 13 fields, bitmap, TPDU, head",
                        38),
                StepReport.of("And", "card A holds 500.00 yuan", Verdict.NOT_RUN),
                StepReport.of("And", "the sale of 8.00 yuan is approved", Verdict.NOT_RUN));
    }

    private static StepReport noted(String keyword, String text, String note, int message) {
        return new StepReport(keyword, text, Verdict.PASS, "", "", note, message);
    }

    public static FailureDetail detail() {
        return new FailureDetail(
                "T1 rewrote the reason of an open reversal 冲正 from 98 to A0",
                " when the answer to its first try came with a wrong MAC, so its second try was no repeat",
                9,
                List.of(
                        departure(
                                79_184,
                                "Fault 2 strikes: the 0410 (#33) reaches T1 with another F64 than was sent.",
                                33),
                        departure(
                                79_261,
                                "P1 computes another MAC. T1 rightly refuses the answer and keeps reversal 000124.",
                                0),
                        new Departure(79_262_000_000L, "T1 writes reason A0 over 98 in its store.", 0, true),
                        departure(79_305, "The second 0400 (#38) carries F39 A0, and F64 follows from it.", 38)),
                List.of("Reason A0 belongs to an approval (0210) with a wrong MAC (T-13). A damaged reversal answer "
                        + "leaves the reason alone, else the host cannot match the repeat."),
                List.of(
                        new Stand("Card A at issuer B", "500.00 yuan, no hold", true, ""),
                        new Stand("Ledger of H1", "−25.00 +25.00 = 0.00", true, ""),
                        new Stand("Store of T1", "reversal 000124 open, try 2 of 3, reason A0", false, "98")),
                List.of(
                        new Column(24, "1st try", Map.of()),
                        new Column(33, "answer", Map.of()),
                        new Column(38, "2nd try", Map.of("F39", "98", "F64", FIRST_TRY.f64()))),
                List.of(FIRST_TRY, SECOND_TRY),
                List.of("Two bytes differ, both in F39: 39 38 is “98”, 41 30 is “A0”. Both MACs are good for their "
                        + "own bytes, so the key and the PIN pad are not at fault."));
    }

    private static Departure departure(long millis, String text, int message) {
        return new Departure(millis * 1_000_000, text, message, false);
    }

    private static List<String> lines(String name) {
        try (InputStream in = ReversalFailure.class.getResourceAsStream(name)) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(l -> !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
