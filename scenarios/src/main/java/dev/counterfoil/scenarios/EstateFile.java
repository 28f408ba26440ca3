package dev.counterfoil.scenarios;

import dev.counterfoil.bridge.Transports;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.scenarios.feature.BadInput;
import dev.counterfoil.scenarios.play.EstateFiles;
import dev.counterfoil.wire.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The estate that {@code --estate} names. */
final class EstateFile {
    private EstateFile() {}

    /**
     * Reads it.
     *
     * @param file null for the estate that comes with the product
     * @param files from which it takes what it includes
     * @throws BadInput if it cannot be read or used
     */
    static Estate read(@Nullable Path file, EstateFiles files) {
        if (file == null) {
            return EstateReader.bundled();
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadInput("--estate: cannot read " + file);
        }
        try {
            return reachable(EstateReader.parse(text(file), file.toString(), files::text), file);
        } catch (EstateProblem e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    /** The estate, if every address that it gives is of a known form. */
    private static Estate reachable(Estate estate, Path file) {
        for (Estate.Terminal terminal : estate.terminals().values()) {
            terminal.attached().addresses().forEach((key, address) -> {
                try {
                    Transports.at(address);
                } catch (Port.PortFailure e) {
                    throw new BadInput(file + ": terminals." + terminal.key() + "." + key + ": " + e.getMessage(), e);
                }
            });
        }
        return estate;
    }

    /**
     * What stands in it.
     *
     * @throws BadInput if it cannot be read
     */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInput("--estate: cannot read " + file, e);
        }
    }
}
