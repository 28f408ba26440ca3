package dev.counterfoil.scenarios.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same features, seed and estate give the same digests in another JVM, whatever surrounds it. */
class DeterminismTest {
    /** Another time zone, another locale, other default hash codes and another encoding than here. */
    private static final List<String> ELSEWHERE = List.of(
            "-Duser.timezone=America/Caracas",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Dfile.encoding=GBK",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=2",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable");

    /** What keeps a JDK from 24 on from warning of what libraries do inside; the launcher gives the same. */
    private static final List<String> FROM_24 =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    @TempDir
    private Path folder;

    @Test
    void in_a_second_jvm_with_another_zone_locale_and_hash_seed() {
        Path here = Path.of(System.getProperty("java.home"));

        List<String> flags = Runtime.version().feature() < 24 ? List.of() : FROM_24;

        assertThat(digestsOf(here, flags)).isEqualTo(BundledFeatures.digests(BundledFeatures.played()));
    }

    @Test
    void on_a_second_jdk() {
        Optional<Path> second = secondJdk();
        assumeThat(second)
                .as("no second JDK: COUNTERFOIL_JDK25 is not set and /usr/lib/jvm holds no JDK 25")
                .isPresent();

        assertThat(digestsOf(second.orElseThrow(), FROM_24))
                .isEqualTo(BundledFeatures.digests(BundledFeatures.played()));
    }

    private static Optional<Path> secondJdk() {
        String named = System.getenv("COUNTERFOIL_JDK25");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Path machine = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(machine)) {
            return Optional.empty();
        }
        try (Stream<Path> installed = Files.list(machine)) {
            return installed
                    .filter(jdk -> jdk.getFileName().toString().contains("25"))
                    .filter(jdk -> Files.isExecutable(jdk.resolve("bin/java")))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> digestsOf(Path jdk, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.addAll(ELSEWHERE);
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BundledFeatures.class.getName()));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        try {
            Process child = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            assertThat(child.waitFor()).as(Files.readString(err)).isZero();
            assertThat(err).isEmptyFile();
            return read(Files.readAllLines(out, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another JVM plays", e);
        }
    }

    private static Map<String, String> read(List<String> lines) {
        Map<String, String> digests = new TreeMap<>();
        for (String line : lines) {
            int space = line.lastIndexOf(' ');
            digests.put(line.substring(0, space), line.substring(space + 1));
        }
        return digests;
    }
}
