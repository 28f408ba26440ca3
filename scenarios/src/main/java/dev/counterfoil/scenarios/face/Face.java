package dev.counterfoil.scenarios.face;

import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.reports.model.DecodedField;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.WireMessage.Protocol;
import java.util.List;

/**
 * What a message looks like to a reader: its name, its meaning and, on an open wire, its bytes and fields.
 *
 * @param rawHex dotted where something is secret; empty on a wire that shows no bytes
 */
public record Face(Protocol protocol, Label label, String meaning, String rawHex, List<DecodedField> fields) {
    public Face {
        fields = List.copyOf(fields);
    }

    /** The face of any message. */
    public static Face of(WireMessage message) {
        Dialect dialect = message.dialect();
        return dialect == null ? ClosedFace.of(message) : IsoFace.of(message, dialect);
    }

    /** The fields of a frame as this dialect reads it. */
    public static List<DecodedField> fields(Dialect dialect, byte[] frame) {
        return IsoFace.fields(dialect, frame);
    }

    /** A message that shows no bytes. */
    static Face closed(Protocol protocol, Label label, String meaning) {
        return new Face(protocol, label, meaning, "", List.of());
    }
}
