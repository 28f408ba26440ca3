package dev.counterfoil.host.inspection;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import dev.counterfoil.store.Row;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An inspection as the host keeps it.
 *
 * @param number 8 digits, the next of the host
 * @param terminalId F41, 8 characters
 * @param stan F11 of the message that brought it
 * @param report F62 as it came, with the proof of a chip card; in hex
 * @param bound whether a MAC covered it: the line cannot have changed it
 */
public record Inspection(String number, String terminalId, String stan, String report, boolean bound) {
    private static final DateTimeFormatter MADE_AT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    /** What it says. */
    public InspectionReport what() {
        return InspectionReport.decode(Hex.bytes(report));
    }

    /** When it was made, by the clock of its terminal. */
    public LocalDateTime at() {
        return at(what());
    }

    /**
     * When a report was made.
     *
     * @throws java.time.format.DateTimeParseException when its digits are no time
     */
    static LocalDateTime at(InspectionReport report) {
        return LocalDateTime.parse(report.madeAt(), MADE_AT);
    }

    /** Whether a chip card has said, and a MAC with it, that the terminal is in this state: its owner acts on that. */
    boolean proves(EquipmentState state) {
        InspectionReport what = what();
        return bound && what.medium() == Medium.IC && what.state() == state;
    }

    /** Whether it came in this message of its terminal. */
    boolean is(String ofMessage, byte[] f62) {
        return stan.equals(ofMessage) && report.equals(Hex.of(f62));
    }

    /** R1 of its card in hex, empty without a chip. */
    String r1() {
        return r1(Hex.bytes(report));
    }

    static String r1(byte[] f62) {
        Tlv r1 = Tlv.find(Tlv.parse(f62), KeyDownload.R1);
        return r1 == null ? "" : Hex.of(r1.value());
    }

    byte[] encode() {
        return new Row()
                .put(number)
                .put(terminalId)
                .put(stan)
                .put(report)
                .put(bound)
                .encode();
    }

    static Inspection decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new Inspection(in.text(), in.text(), in.text(), in.text(), in.flag());
    }

    /** Without the manager's number. */
    @Override
    public String toString() {
        return "inspection " + number;
    }
}
