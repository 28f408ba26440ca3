package dev.counterfoil.scenarios.live;

import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.wire.Port;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A person at a console as the far end of a pad's panel: sees the display in words, and types lines. Digits are pressed
 * one by one and ENTER after them; {@code cancel} and {@code clear} are those keys.
 */
public final class PadPerson implements Port {
    private final PrintWriter out;
    private final BufferedReader in;
    private volatile @Nullable Listener listener;
    private final AtomicBoolean reading = new AtomicBoolean();

    public PadPerson(PrintWriter out, Reader in) {
        this.out = out;
        this.in = new BufferedReader(in);
    }

    /** The person who sits where the program was started. */
    public static PadPerson atTerminal(PrintWriter out) {
        return new PadPerson(
                out, new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    }

    @Override
    public String description() {
        return "console";
    }

    /** May be called again: from then on the new listener hears. */
    @Override
    public void open(Listener heard) {
        listener = heard;
        if (reading.compareAndSet(false, true)) {
            Thread reader = new Thread(this::read, "counterfoil-keys");
            reader.setDaemon(true);
            reader.start();
        }
    }

    @Override
    public void write(byte[] bytes) {
        if (PanelMessage.decode(bytes) instanceof PanelMessage.Show shown) {
            out.println("pad: "
                    + new MessageFormat(shown.text().english(), Locale.ROOT)
                            .format(shown.args().toArray()));
            out.flush();
        }
    }

    @Override
    public void close() {}

    private void read() {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                type(line.strip());
            }
        } catch (IOException e) {
            out.println("the console cannot be read: " + e.getMessage());
            out.flush();
        }
    }

    private void type(String line) {
        String word = line.toUpperCase(Locale.ROOT);
        if (word.equals(PanelMessage.Key.CANCEL) || word.equals(PanelMessage.Key.CLEAR)) {
            press(word);
        } else if (word.matches("[0-9]*")) {
            word.chars().forEach(digit -> press(Character.toString(digit)));
            press(PanelMessage.Key.ENTER);
        } else {
            out.println("type digits, cancel or clear");
            out.flush();
        }
    }

    private void press(String label) {
        Listener now = listener;
        if (now != null) {
            now.received(new PanelMessage.Key(label).encode());
        }
    }
}
