package dev.counterfoil.scenarios.feature;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Seeds of scenarios. */
final class Seeds {
    private Seeds() {}

    /**
     * The seed of a scenario: the first eight bytes of a SHA-256 over what tells it from the others. Neither its file
     * nor its line nor its place among scenarios of other names plays a part.
     *
     * @param runSeed the run's seed
     * @param feature the name of the feature
     * @param name the scenario's name, example values filled in
     * @param steps its steps in English, if its feature has more scenarios of this name; else empty
     * @param ordinal how many scenarios of this name with these steps stand before it in the file
     */
    static long of(long runSeed, String feature, String name, List<String> steps, int ordinal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(runSeed);
            write(out, feature);
            write(out, name);
            out.writeInt(steps.size());
            for (String step : steps) {
                write(out, step);
            }
            out.writeInt(ordinal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
