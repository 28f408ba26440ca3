package dev.counterfoil.scenarios.face;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.iso8583.DescribedField;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.NamedMessage;
import dev.counterfoil.protocol.iso8583.TransactionKind;
import dev.counterfoil.reports.model.DecodedField;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.WireMessage.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The face of an ISO 8583 message. */
final class IsoFace {
    private final Dialect dialect;
    private final List<DescribedField> described;

    private IsoFace(Dialect dialect, byte[] frame) {
        this.dialect = dialect;
        this.described = dialect.describe(frame, false);
    }

    static Face of(WireMessage message, Dialect dialect) {
        return new IsoFace(dialect, message.bytes()).face(message);
    }

    static List<DecodedField> fields(Dialect dialect, byte[] frame) {
        return dialect.describe(frame, false).stream().map(IsoFace::decoded).toList();
    }

    private Face face(WireMessage message) {
        List<DecodedField> fields = described.stream().map(IsoFace::decoded).toList();
        String raw = Dots.over(dialect, message.bytes());
        return new Face(Protocol.ISO8583, label(message.iso()), meaning(), raw, fields);
    }

    private static DecodedField decoded(DescribedField field) {
        List<String> comment = new ArrayList<>();
        if (!field.meaningEn().isEmpty()) {
            comment.add(field.meaningEn());
        }
        comment.addAll(field.departures());
        String value = field.path().equals("F64") ? readable(field.value()) : field.value();
        return new DecodedField(
                field.path(), Label.of(field.nameEn(), field.nameZh()), value, String.join("; ", comment));
    }

    /** The text that these hex digits spell, or the digits where they spell none. */
    private static String readable(String hex) {
        try {
            String text = new String(Hex.bytes(hex), StandardCharsets.ISO_8859_1);
            return text.matches("[!-~]+") ? text : hex;
        } catch (Malformed e) {
            return hex;
        }
    }

    private Label label(@Nullable IsoMessage iso) {
        if (iso == null) {
            return Label.of("not decodable", "无法解析");
        }
        return Label.of(iso.mti(), nameZh(iso));
    }

    private String nameZh(IsoMessage iso) {
        for (NamedMessage named : NamedMessage.values()) {
            if (named.matches(iso)) {
                return named.nameZh();
            }
        }
        TransactionKind kind = TransactionKind.of(dialect, iso);
        return kind == null ? find("MTI").map(DescribedField::meaningZh).orElse("") : kind.nameZh();
    }

    private String meaning() {
        List<String> words = new ArrayList<>();
        find("MTI").map(DescribedField::meaningEn).ifPresent(words::add);
        find("F60.3")
                .map(DescribedField::meaningEn)
                .filter(m -> !m.equals("normal"))
                .ifPresent(words::add);
        find("F4").ifPresent(f -> words.add(yuan(f.value())));
        find("F11").ifPresent(f -> words.add("trace " + f.value()));
        find("F39").ifPresent(f -> words.add((f.value() + " " + f.meaningEn()).strip()));
        words.removeIf(String::isEmpty);
        return String.join(", ", words);
    }

    private static String yuan(String digits) {
        return digits.matches("[0-9]{1,12}") ? Money.yuan(Long.parseLong(digits)) : digits;
    }

    private Optional<DescribedField> find(String path) {
        return described.stream().filter(f -> f.path().equals(path)).findFirst();
    }
}
