package dev.counterfoil.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Styles and script of the page, read from the class path and cut to what a browser needs. */
final class Assets {
    private Assets() {}

    static String styles() {
        return dense("report.css")
                .replaceAll("/\\*.*?\\*/", "")
                .replaceAll("\\s*([{};,])\\s*", "$1")
                .replaceAll("(?<=[a-z-]): ", ":")
                .replace(";}", "}");
    }

    static String script() {
        return dense("report.js");
    }

    /** The file without indentation, empty lines and lines that are a comment. */
    private static String dense(String name) {
        return read(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*"))
                .collect(Collectors.joining("\n"));
    }

    private static String read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
