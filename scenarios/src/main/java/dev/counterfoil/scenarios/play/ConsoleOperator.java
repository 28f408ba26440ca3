package dev.counterfoil.scenarios.play;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** An operator at the console: reads what is asked and types {@code done}, or why not. */
public final class ConsoleOperator implements Operator {
    private final PrintWriter out;
    private final BufferedReader in;
    private final BlockingQueue<Consumer<String>> asked = new LinkedBlockingQueue<>();
    private final AtomicBoolean listening = new AtomicBoolean();

    public ConsoleOperator(PrintWriter out, Reader in) {
        this.out = out;
        this.in = new BufferedReader(in);
    }

    /** The operator who sits where the program was started. */
    public static ConsoleOperator atTerminal(PrintWriter out) {
        return new ConsoleOperator(
                out, new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    }

    @Override
    public void tell(String words) {
        out.println("      operator: " + words);
        out.flush();
    }

    @Override
    public void ask(String words, Consumer<String> answer) {
        tell(words + "; then type done, or why not");
        asked.add(answer);
        if (listening.compareAndSet(false, true)) {
            Thread reader = new Thread(this::listen, "counterfoil-operator");
            reader.setDaemon(true);
            reader.start();
        }
    }

    /** A line answers the oldest question that is open; an empty one is as good as done. */
    private void listen() {
        try {
            while (true) {
                Consumer<String> answer = asked.take();
                String line = in.readLine();
                if (line == null) {
                    answer.accept("nobody is at the console");
                } else {
                    answer.accept(line.isBlank() ? DONE : line.strip());
                }
            }
        } catch (IOException e) {
            tell("the console cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
