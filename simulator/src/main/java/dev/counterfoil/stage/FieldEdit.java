package dev.counterfoil.stage;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.verb.ref.FieldCondition;
import dev.counterfoil.verb.ref.FieldConditions;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts values into fields, subfields and tags of a message. */
final class FieldEdit {
    private FieldEdit() {}

    /**
     * The edit that makes conditions true.
     *
     * @param inTransaction the value that a field held in a transaction
     */
    static UnaryOperator<IsoMessage> of(
            FieldConditions fields, Function<FieldCondition.SameAs, @Nullable String> inTransaction) {
        return message -> {
            IsoMessage changed = message;
            for (FieldCondition condition : fields.conditions()) {
                if (condition instanceof FieldCondition.Holds holds) {
                    changed = put(changed, holds.field(), holds.value());
                } else if (condition instanceof FieldCondition.Absent absent) {
                    changed = put(changed, absent.field(), null);
                } else if (condition instanceof FieldCondition.SameAs same) {
                    changed = put(changed, same.field(), inTransaction.apply(same));
                }
            }
            return changed;
        };
    }

    /**
     * Checks that the dialect has room for the values of whole fields.
     *
     * @throws EstateProblem naming the first that it has not
     */
    static void check(FieldConditions fields, Dialect dialect) {
        for (FieldCondition condition : fields.conditions()) {
            if (condition instanceof FieldCondition.Holds holds && holds.field().indexOf('.') < 0) {
                try {
                    dialect.pack(put(IsoMessage.of("0200").build(), holds.field(), holds.value()));
                } catch (Malformed e) {
                    throw new EstateProblem(holds.field() + " cannot be " + holds.value() + " in " + dialect.name()
                            + ": expected " + e.expected() + ", found " + e.found());
                }
            }
        }
    }

    /** The message with one part changed, or removed where the value is null. */
    static IsoMessage put(IsoMessage message, String path, @Nullable String value) {
        int field = fieldOf(path);
        int dot = path.indexOf('.');
        if (dot > 0) {
            return message.has(field) ? inside(message, field, path.substring(dot + 1), value) : message;
        }
        IsoMessage.Builder changed = message.toBuilder();
        return (value == null ? changed.clear(field) : changed.set(field, value)).build();
    }

    /** A tag of a TLV field, or a stretch of a digit field. */
    private static IsoMessage inside(IsoMessage message, int field, String part, @Nullable String value) {
        String old = message.part("F" + field + "." + part);
        if (old == null) {
            return message;
        }
        List<Tlv> objects = tags(message, field);
        if (objects.isEmpty()) {
            String text = message.text(field);
            int at = text.indexOf(old);
            String changed = text.substring(0, at) + (value == null ? "" : value) + text.substring(at + old.length());
            return message.toBuilder().set(field, changed).build();
        }
        List<Tlv> kept = objects.stream()
                .filter(tlv -> value != null || !tlv.name().equals(part))
                .map(tlv -> value != null && tlv.name().equals(part) ? Tlv.of(part, Hex.bytes(value)) : tlv)
                .toList();
        return message.toBuilder().set(field, Tlv.encode(kept)).build();
    }

    /** The objects of a TLV field; none if it is not TLV. */
    static List<Tlv> tags(IsoMessage message, int field) {
        try {
            return Tlv.parse(message.bytes(field));
        } catch (Malformed e) {
            return List.of();
        }
    }

    static int fieldOf(String path) {
        int dot = path.indexOf('.');
        return Integer.parseInt(path.substring(1, dot < 0 ? path.length() : dot));
    }
}
