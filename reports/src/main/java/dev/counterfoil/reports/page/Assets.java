package dev.counterfoil.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Styles and script of the page, read from the class path and cut to what a browser needs. */
final class Assets {
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w-])--[a-z0-9]+");
    /** The first number that is written as a letter. */
    private static final int FIRST_LETTER = 10;

    private static final Pattern SPACED_SIGN =
            Pattern.compile("('(?:[^'\\\\\n]|\\\\.)*')|\\s*([{}()\\[\\];,:?=<>&|+*!-])\\s*");

    private Assets() {}

    static String styles() {
        return shortNames(dense("report.css"))
                .replaceAll("/\\*.*?\\*/", "")
                .replaceAll("\\s*([{};,])\\s*", "$1")
                .replaceAll("(?<=[a-z-]): ", ":")
                .replace(";}", "}")
                .replace(":0.", ":.");
    }

    /** Variables under names of a letter or two. */
    private static String shortNames(String styles) {
        Map<String, String> names = new LinkedHashMap<>();
        return VARIABLE.matcher(styles)
                .replaceAll(name -> names.computeIfAbsent(
                        name.group(), n -> "--" + Integer.toString(names.size() + FIRST_LETTER, Character.MAX_RADIX)));
    }

    /** The script without the spaces around signs; strings keep theirs. */
    static String script() {
        return SPACED_SIGN.matcher(dense("report.js")).replaceAll("$1$2");
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
