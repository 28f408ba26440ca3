package dev.counterfoil.scenarios;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.scenarios.feature.BadInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code counterfoil decode}: prints a message field by field. */
@Command(
        name = "decode",
        description = {
            "Print one ISO 8583 message or frame, field by field.",
            "Length, TPDU and header may be there or not. Secrets are masked unless asked for."
        },
        footer = {"", "Exit status: 0 read to its end, 1 malformed, 2 bad input."})
final class DecodeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "HEX|@FILE|-",
            description = "Hexadecimal digits, a file of them or of the bytes, or standard input.")
    private String input = "";

    @Option(names = "--dialect", paramLabel = "D", description = "Default: ${DEFAULT-VALUE}.")
    private String dialect = "unionpay-pos";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--clear", description = "Mask nothing.")
    private boolean clear;

    @Override
    public Integer call() throws IOException {
        Dialect named = dialect();
        byte[] frame = frame();
        Dialect fitting = named.fitting(frame);
        Malformed fault = fault(fitting, frame);
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            Decoded decoded = new Decoded(fitting, frame, fitting.describe(frame, clear), fault);
            out.print(json ? decoded.json() : decoded.text());
            out.flush();
            if (fault != null && !json) {
                spec.commandLine().getErr().println("counterfoil: malformed: " + fault.getMessage());
            }
        }
        return fault == null ? 0 : Main.PROBLEM;
    }

    private static @Nullable Malformed fault(Dialect dialect, byte[] frame) {
        try {
            dialect.unpack(frame);
            return null;
        } catch (Malformed e) {
            return e;
        }
    }

    private Dialect dialect() {
        try {
            return Dialect.named(dialect);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--dialect: " + e.getMessage(), e);
        }
    }

    private byte[] frame() throws IOException {
        if (input.equals("-")) {
            return bytes(System.in.readAllBytes());
        }
        return input.startsWith("@") ? bytes(file(input.substring(1))) : hex(input);
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(Path.of(name));
        } catch (NoSuchFileException e) {
            throw new BadInput("cannot read " + name + ": there is no such file", e);
        } catch (IOException | InvalidPathException e) {
            throw new BadInput("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    /** Text is taken for hexadecimal digits, anything else for the bytes themselves. */
    private static byte[] bytes(byte[] read) {
        String text = new String(read, StandardCharsets.ISO_8859_1);
        return text.matches("[ -~\\s]*") ? hex(text) : read;
    }

    private static byte[] hex(String text) {
        String digits = text.replaceAll("\\s", "");
        if (digits.isEmpty()) {
            throw new BadInput("there is nothing to decode");
        }
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), 16) < 0) {
                throw new BadInput("not hexadecimal: expected a digit 0-9 or A-F, found '" + digits.charAt(i)
                        + "' as number " + (i + 1) + ", spaces not counted");
            }
        }
        if (digits.length() % 2 != 0) {
            throw new BadInput("not whole bytes: expected an even number of digits, found " + digits.length());
        }
        return Hex.bytes(digits);
    }
}
