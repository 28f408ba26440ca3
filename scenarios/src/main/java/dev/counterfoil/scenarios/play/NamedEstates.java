package dev.counterfoil.scenarios.play;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.estate.EstateReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The estates that a scenario can name: files beside its feature file, and those that come with the bundled features.
 *
 * @param feature path of the feature file
 * @param files from which they are read
 */
record NamedEstates(String feature, EstateFiles files) {
    private static final String BUNDLED = "/features/";

    /**
     * Reads one.
     *
     * @param name a path from the folder of the feature file on
     * @throws EstateProblem when there is none of this name, or it cannot be used
     */
    Estate read(String name) {
        try {
            Path file = Path.of(feature).resolveSibling(name);
            if (!Files.isRegularFile(file)) {
                return bundled(name, file);
            }
            String text = files.text(file.toString());
            if (text == null) {
                throw new EstateProblem("the estate \"" + name + "\" cannot be read: " + file);
            }
            return EstateReader.parse(text, file.toString(), files::text);
        } catch (IOException | InvalidPathException e) {
            throw new EstateProblem("the estate \"" + name + "\" cannot be read: " + e.getMessage());
        }
    }

    private static Estate bundled(String name, Path tried) throws IOException {
        try (@Nullable InputStream in = NamedEstates.class.getResourceAsStream(BUNDLED + name)) {
            if (in == null) {
                throw new EstateProblem("the estate \"" + name + "\" is not there: looked for " + tried
                        + " and among the estates that come with the program");
            }
            return EstateReader.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        }
    }
}
