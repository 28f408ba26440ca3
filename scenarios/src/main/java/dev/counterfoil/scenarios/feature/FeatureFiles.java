package dev.counterfoil.scenarios.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds feature files: the named ones, or those that come with the program. */
final class FeatureFiles {
    private static final String BUNDLED = "/features/";
    private static final Pattern WITH_LINES = Pattern.compile("(.*\\.feature)((?::[0-9]+)+)");

    private FeatureFiles() {}

    /**
     * Reads the feature files that paths name: files, files with lines ({@code sale.feature:12:30}) or folders. A name
     * that is not on the disk may be one of a bundled feature. No path at all means every bundled feature.
     *
     * @throws BadInput if a path cannot be read or names no feature
     */
    static List<FeatureFile> find(List<String> paths) {
        if (paths.isEmpty()) {
            return bundledNames().stream()
                    .map(name -> new FeatureFile(name, bundled(name), Set.of()))
                    .toList();
        }
        Map<String, FeatureFile> found = new LinkedHashMap<>();
        for (String path : paths) {
            Matcher withLines = WITH_LINES.matcher(path);
            if (withLines.matches()) {
                add(found, read(withLines.group(1), lines(withLines.group(2))));
            } else {
                named(path).forEach(file -> add(found, file));
            }
        }
        return List.copyOf(found.values());
    }

    /** A file named twice is read once, for the lines of both. */
    private static void add(Map<String, FeatureFile> found, FeatureFile file) {
        found.merge(file.path(), file, (one, other) -> {
            boolean whole = one.lines().isEmpty() || other.lines().isEmpty();
            Set<Integer> lines = new TreeSet<>(whole ? Set.of() : one.lines());
            if (!whole) {
                lines.addAll(other.lines());
            }
            return new FeatureFile(one.path(), one.text(), lines);
        });
    }

    private static Set<Integer> lines(String suffix) {
        Set<Integer> lines = new TreeSet<>();
        for (String line : suffix.substring(1).split(":", -1)) {
            try {
                lines.add(Integer.valueOf(line));
            } catch (NumberFormatException e) {
                throw new BadInput("there is no line " + line, e);
            }
        }
        return lines;
    }

    private static List<FeatureFile> named(String path) {
        if (!Files.isDirectory(path(path))) {
            return List.of(read(path, Set.of()));
        }
        List<FeatureFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(path(path))) {
            walk.filter(file -> file.toString().endsWith(".feature") && Files.isRegularFile(file))
                    .map(Path::toString)
                    .sorted()
                    .forEach(file -> files.add(read(file, Set.of())));
        } catch (IOException e) {
            throw new BadInput("cannot read the folder " + path + ": " + e.getMessage(), e);
        }
        if (files.isEmpty()) {
            throw new BadInput("the folder " + path + " holds no .feature file");
        }
        return files;
    }

    private static FeatureFile read(String name, Set<Integer> lines) {
        Path path = path(name);
        if (!Files.exists(path) && bundledNames().contains(name)) {
            return new FeatureFile(name, bundled(name), lines);
        }
        try {
            return new FeatureFile(name, Files.readString(path), lines);
        } catch (CharacterCodingException e) {
            throw new BadInput(name + " is not UTF-8 text", e);
        } catch (IOException e) {
            String why = Files.exists(path) ? "cannot be read: " + e.getMessage() : "does not exist";
            throw new BadInput(name + " " + why, e);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new BadInput("not a path: " + name, e);
        }
    }

    /** The names of the features that come with the program, sorted. */
    static List<String> bundledNames() {
        return bundled("index.txt").lines().toList();
    }

    private static String bundled(String name) {
        try (@Nullable InputStream in = FeatureFiles.class.getResourceAsStream(BUNDLED + name)) {
            if (in == null) {
                throw new IllegalStateException("the program comes without its feature " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the bundled feature " + name, e);
        }
    }
}
