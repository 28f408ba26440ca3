package dev.counterfoil.hsm;

import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HsmError;
import java.util.Map;
import java.util.function.Supplier;

/** The commands that touch no key: diagnostics, status, random bytes and echo. */
final class StatusCommands {
    private final String firmware;
    private final Supplier<String> lmkCheck;
    private final NonceSource random;

    StatusCommands(String firmware, Supplier<String> lmkCheck, NonceSource random) {
        this.firmware = firmware;
        this.lmkCheck = lmkCheck;
        this.random = random;
    }

    Map<String, Handler> handlers() {
        return Map.of("NC", this::diagnostics, "NO", this::status, "N0", this::random, "B2", this::echo);
    }

    private Reply diagnostics(Fields request) {
        return Reply.ok(Fields.of("lmkCheck", lmkCheck.get(), "firmware", firmware));
    }

    /** A buffer of 32 KiB, TCP, 64 sockets, as a unit in service reports. */
    private Reply status(Fields request) {
        return Reply.ok(Fields.of("buffer", "3", "interface", "1", "sockets", "64", "firmware", firmware)
                .set("dsp", "0")
                .set("reserved", "0000"));
    }

    /** 3 or 4 digits say how many bytes: models differ. */
    private Reply random(Fields request) {
        HsmRefusal.unless(request.text("length", "").length() >= 3, HsmError.INVALID_INPUT);
        byte[] bytes = new byte[request.number("length")];
        HsmRefusal.unless(bytes.length > 0, HsmError.INVALID_INPUT);
        random.nextBytes(bytes);
        return Reply.ok(new Fields().set("random", bytes));
    }

    private Reply echo(Fields request) {
        return Reply.ok(Fields.of("message", request.text("message")));
    }
}
