package dev.counterfoil.scenarios.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The files that a run's estates are read from, and which of them were read; for any thread. */
public final class EstateFiles {
    private final SortedMap<String, String> read = new ConcurrentSkipListMap<>();

    /** What stands in the file of a path; null where there is none that can be read. */
    public @Nullable String text(String path) {
        try {
            String text = Files.readString(Path.of(path));
            read.put(path, text);
            return text;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** The texts that were read so far, by path. */
    public SortedMap<String, String> read() {
        return read;
    }
}
