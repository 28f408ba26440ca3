package dev.counterfoil.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.scenarios.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own. */
final class Program implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;
    private static final String END = "end of output";

    private final Process process;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();

    Program(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "output");
        reader.setDaemon(true);
        reader.start();
    }

    /** What follows these words in the first line that begins with them; empty if the program ended without it. */
    String waitFor(String words) throws InterruptedException {
        String line = "";
        while (!line.startsWith(words)) {
            line = output.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("a line '%s' after %s", words, said).isNotNull();
            if (line.equals(END)) {
                return "";
            }
            said.add(line);
        }
        return line.substring(words.length());
    }

    /** The next line that matches; lines before it are passed over. */
    String waitForMatch(String expression) throws InterruptedException {
        String line = "";
        while (!line.matches(expression)) {
            line = output.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("a line like '%s' after %s", expression, said).isNotNull();
            assertThat(line).as("a line like '%s' after %s", expression, said).isNotEqualTo(END);
            said.add(line);
        }
        return line;
    }

    List<String> said() {
        return said;
    }

    /** Ends it without a chance to say goodbye. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Asks it to end, as SIGTERM does, and waits until it has. */
    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(output::add);
        } catch (IOException e) {
            output.add(e.toString());
        }
        output.add(END);
    }
}
