package dev.counterfoil.scenarios.feature;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Seeds of scenarios. */
final class Seeds {
    private Seeds() {}

    /**
     * The seed of a scenario: the first eight bytes of a SHA-256 over what tells it from the others. Neither its line
     * nor its place in the file plays a part, nor the folder of the file.
     *
     * @param runSeed the run's seed
     * @param file the name of the feature file, without folders
     * @param name the scenario's name, example values filled in
     * @param ordinal how many scenarios of this name stand before it
     */
    static long of(long runSeed, String file, String name, int ordinal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(runSeed);
            write(out, file);
            write(out, name);
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
