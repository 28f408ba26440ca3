package dev.counterfoil.scenarios.report;

import dev.counterfoil.reports.model.DecodedField;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.WireMessage.Protocol;
import java.util.List;

/**
 * What a message looks like to a reader: its name, its meaning and, on an open wire, its bytes and fields.
 *
 * @param rawHex dotted where something is secret; empty on a wire that shows no bytes
 */
record Face(Protocol protocol, Label label, String meaning, String rawHex, List<DecodedField> fields) {
    /** A message that shows no bytes. */
    static Face closed(Protocol protocol, Label label, String meaning) {
        return new Face(protocol, label, meaning, "", List.of());
    }
}
