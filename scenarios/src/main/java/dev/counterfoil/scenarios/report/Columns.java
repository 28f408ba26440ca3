package dev.counterfoil.scenarios.report;

import dev.counterfoil.evidence.MessageLog;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.reports.model.DecodedField;
import dev.counterfoil.reports.model.FailureDetail.Column;
import dev.counterfoil.scenarios.face.Face;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three messages around a failure: the one looked at, what it answers or is answered by, and one like it. */
final class Columns {
    private static final int STAN = 11;
    private static final int MOST = 3;
    private static final Pattern FIELD =
            Pattern.compile("(F[0-9]{1,2}(?:\\.[0-9A-Fa-f]+)?) (?:is |= ?|with )?[\"“]?([^\\s,;\"”]+)[\"”]?");

    private final Map<Integer, String> captions = new LinkedHashMap<>();
    private final List<WireMessage> wire;
    private final WireMessage failed;

    private Columns(MessageLog log, WireMessage failed) {
        this.wire = log.on(failed.wire());
        this.failed = failed;
        captions.put(failed.number(), "looked at");
        IsoMessage iso = failed.iso();
        if (iso != null) {
            add(partner(iso), answers(iso) ? "its request" : "its answer");
            add(m -> m.event() < failed.event() && sameKind(iso, m), "one before");
        }
        neighbours(log);
    }

    /** @param expected what the check wanted, for the fields that it named */
    static List<Column> around(MessageLog log, WireMessage failed, String expected) {
        Columns columns = new Columns(log, failed);
        Map<String, String> wanted = columns.wanted(expected);
        List<Column> told = new ArrayList<>();
        columns.captions.keySet().stream().sorted(Comparator.naturalOrder()).forEach(number -> {
            boolean itself = number == failed.number();
            told.add(new Column(
                    number, Objects.requireNonNullElse(columns.captions.get(number), ""), itself ? wanted : Map.of()));
            List<DecodedField> came = came(log.all().get(number - 1));
            if (!came.isEmpty()) {
                told.add(new Column(number, "as it came", Map.of(), came));
            }
        });
        return told;
    }

    /** What came of a message that the line altered; nothing where it came as it was sent, or not at all. */
    private static List<DecodedField> came(WireMessage message) {
        byte[] came = message.came();
        Dialect dialect = message.dialect();
        if (dialect == null || came == null || Arrays.equals(came, message.bytes())) {
            return List.of();
        }
        return Face.fields(dialect, came);
    }

    /** The messages' numbers, in order. */
    static List<Integer> numbers(MessageLog log, WireMessage failed) {
        return new Columns(log, failed).captions.keySet().stream().sorted().toList();
    }

    /** Whoever is nearest among the messages that can be read, on whichever wire. */
    private void neighbours(MessageLog log) {
        log.all().stream()
                .filter(m -> m.iso() != null)
                .sorted(Comparator.comparingInt(m -> Math.abs(m.number() - failed.number())))
                .filter(m -> !captions.containsKey(m.number()))
                .limit(MOST - captions.size())
                .forEach(m -> captions.put(m.number(), m.number() < failed.number() ? "before" : "after"));
    }

    private void add(Predicate<WireMessage> meant, String caption) {
        if (captions.size() < MOST) {
            wire.stream()
                    .filter(meant)
                    .filter(m -> !captions.containsKey(m.number()))
                    .reduce((one, other) -> other)
                    .ifPresent(m -> captions.put(m.number(), caption));
        }
    }

    private Predicate<WireMessage> partner(IsoMessage iso) {
        boolean answer = answers(iso);
        return m -> {
            IsoMessage other = m.iso();
            return other != null
                    && answers(other) != answer
                    && other.mti().substring(0, 2).equals(iso.mti().substring(0, 2))
                    && Objects.equals(other.textOrNull(STAN), iso.textOrNull(STAN))
                    && answer == m.event() < failed.event();
        };
    }

    private static boolean answers(IsoMessage iso) {
        return (iso.mti().charAt(2) - '0') % 2 == 1;
    }

    private boolean sameKind(IsoMessage iso, WireMessage m) {
        IsoMessage other = m.iso();
        return other != null && other.mti().equals(iso.mti()) && m.from().equals(failed.from());
    }

    /** Values that the check named and the message does not hold. */
    private Map<String, String> wanted(String expected) {
        Map<String, String> wanted = new TreeMap<>();
        IsoMessage iso = failed.iso();
        Matcher matcher = FIELD.matcher(expected);
        while (iso != null && matcher.find()) {
            String holds = iso.part(matcher.group(1));
            if (!matcher.group(2).equals(holds == null ? null : holds.trim())) {
                wanted.put(matcher.group(1), matcher.group(2));
            }
        }
        return wanted;
    }
}
