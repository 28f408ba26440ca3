package dev.counterfoil.scenarios.report;

import dev.counterfoil.reports.model.RunReport.InputFile;
import dev.counterfoil.scenarios.feature.Selection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The files that went into a run, with their SHA-256. */
public final class Inputs {
    private Inputs() {}

    /**
     * The estate, what it includes and what scenarios named beside it, and the features.
     *
     * @param estate path of the estate as it was named, or its name where it is the built-in one
     * @param estateText what it says
     * @param others the other files that estates were read from, by path
     * @param paths as on the command line; none for the bundled features
     */
    public static List<InputFile> of(String estate, String estateText, Map<String, String> others, List<String> paths) {
        List<InputFile> inputs = new ArrayList<>();
        inputs.add(new InputFile("estate", estate.replace('\\', '/'), sha256(estateText)));
        others.forEach((path, text) -> inputs.add(new InputFile("estate", path.replace('\\', '/'), sha256(text))));
        Selection.texts(paths)
                .forEach((path, text) -> inputs.add(new InputFile("feature", path.replace('\\', '/'), sha256(text))));
        return inputs;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
