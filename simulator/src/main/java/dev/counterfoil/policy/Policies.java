package dev.counterfoil.policy;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The choices of one party, each with its value. Immutable. */
public final class Policies {
    private final String owner;
    private final List<Policy> table;
    private final Map<String, String> changed;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Long> durations = new HashMap<>();

    private Policies(String owner, List<Policy> table, Map<String, String> changed) {
        this.owner = owner;
        this.table = table;
        this.changed = changed;
        table.forEach(policy -> values.put(policy.name(), policy.preset()));
        values.putAll(changed);
        for (Policy policy : table) {
            if (policy.allowed().equals(Policy.DURATION)) {
                durations.put(policy.name(), parsedMillis(text(policy.name())));
            }
        }
    }

    /**
     * Every choice at its preset.
     *
     * @param owner whose they are, for messages: "a terminal"
     */
    public static Policies presets(String owner, List<Policy> table) {
        return new Policies(owner, table, Map.of());
    }

    /**
     * These with one set otherwise.
     *
     * @throws IllegalArgumentException for a name that is not in the table or a value that is not allowed
     */
    public Policies with(String name, String value) {
        Policy policy = find(name)
                .orElseThrow(() -> new IllegalArgumentException("unknown policy " + name + " of " + owner
                        + "; nearest: " + nearest(name) + "; known: " + String.join(", ", names())));
        if (!value.matches(policy.allowed())) {
            throw new IllegalArgumentException("policy " + name + " of " + owner + " cannot be " + value + "; it is "
                    + policy.meaning() + ": " + policy.allowed());
        }
        Map<String, String> more = new TreeMap<>(changed);
        more.put(name, value);
        return new Policies(owner, table, more);
    }

    /** These with several set otherwise. */
    public Policies with(Map<String, String> overrides) {
        Policies result = this;
        for (Map.Entry<String, String> override : new TreeMap<>(overrides).entrySet()) {
            result = result.with(override.getKey(), override.getValue());
        }
        return result;
    }

    /** @throws IllegalArgumentException if the table has no such choice */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no policy " + name + " of " + owner);
        }
        return value;
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    /**
     * A duration in milliseconds.
     *
     * @throws IllegalArgumentException if the table has no such duration
     */
    public long millis(String name) {
        Long millis = durations.get(name);
        if (millis == null) {
            throw new IllegalArgumentException("no duration " + name + " of " + owner);
        }
        return millis;
    }

    private static long parsedMillis(String value) {
        int unit = value.length();
        while (!Character.isDigit(value.charAt(unit - 1))) {
            unit--;
        }
        long count = Long.parseLong(value.substring(0, unit));
        return switch (value.substring(unit)) {
            case "ms" -> count;
            case "s" -> count * 1_000;
            case "min" -> count * 60_000;
            default -> count * 3_600_000;
        };
    }

    /** A duration in nanoseconds. */
    public long nanos(String name) {
        return millis(name) * 1_000_000;
    }

    private List<String> names() {
        return table.stream().map(Policy::name).toList();
    }

    private String nearest(String name) {
        return Collections.min(names(), Comparator.comparingInt(known -> changes(known, name)));
    }

    /** Letters to be added, left out or changed to make one name of the other. */
    private static int changes(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0]++;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(diagonal, row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private Optional<Policy> find(String name) {
        return table.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    /** What differs from the presets. */
    @Override
    public String toString() {
        return owner + " " + changed;
    }
}
