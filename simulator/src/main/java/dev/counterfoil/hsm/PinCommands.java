package dev.counterfoil.hsm;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.Pvv;
import dev.counterfoil.crypto.dukpt.DukptUsage;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmError;
import java.util.Map;

/** The commands that translate PIN blocks, verify PINs and keep PINs under the LMK. */
final class PinCommands {
    private static final int SHORTEST_PIN = 4;
    private static final int LONGEST_PIN = 12;
    private static final int DOUBLE_BYTES = 16;
    private static final int LONG_BLOCK_BYTES = 16;
    private static final String ISO_4 = "48";

    private final KeyRing keys;
    private final NonceSource random;
    private final LmkPin lmkPin;

    /** PINs under the LMK, and clear PIN fields, have {@code pinDigits} characters. */
    PinCommands(KeyRing keys, NonceSource random, int pinDigits) {
        this.keys = keys;
        this.random = random;
        this.lmkPin = new LmkPin(keys.lmk().pinKey(), pinDigits);
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "CA", request -> translate(source(KeyType.TERMINAL, request), request),
                "CC", request -> translate(source(KeyType.ZPK, request), request),
                "V0", request -> translate(sm4Source(request), request),
                "G0", this::translateDukpt,
                "DC", request -> verify(KeyType.TERMINAL, request),
                "EC", request -> verify(KeyType.ZPK, request),
                "DG", this::generatePvv,
                "BA", this::encryptClear);
    }

    private CipherKey source(KeyType type, Fields request) {
        return keys.key(type, request.text("source"), HsmError.SOURCE_KEY_PARITY);
    }

    private CipherKey sm4Source(Fields request) {
        return keys.sm4Key(KeyType.TERMINAL, request.text("source"), HsmError.SOURCE_KEY_PARITY);
    }

    private Reply translate(CipherKey source, Fields request) {
        CipherKey destination = keys.key(KeyType.ZPK, request.text("destination"), HsmError.DESTINATION_KEY_PARITY);
        int maximum = request.number("maximumPinLength");
        HsmRefusal.unless(maximum >= SHORTEST_PIN && maximum <= LONGEST_PIN, HsmError.INVALID_INPUT);
        PinBlockCode from = PinBlockCode.of(request.text("sourceFormat"));
        PinBlockCode to = PinBlockCode.of(request.text("format"));
        String account = request.text("account");
        String pin = from.open(source, request.hex("pinBlock"), account);
        HsmRefusal.unless(pin.length() <= maximum, HsmError.PIN_LENGTH);
        return translated(request, pin, Hex.of(to.seal(destination, pin, account, random)));
    }

    private Reply translateDukpt(Fields request) {
        CipherKey destination = keys.key(KeyType.ZPK, request.text("destination"), HsmError.DESTINATION_KEY_PARITY);
        PinBlockCode to = PinBlockCode.of(request.text("format"));
        String account = request.text("account");
        byte[] block = request.hex("pinBlock");
        String from = request.text("sourceFormat");
        boolean longBlock = block.length == LONG_BLOCK_BYTES;
        HsmRefusal.unless(longBlock == from.equals(ISO_4), HsmError.PIN_BLOCK_FORMAT);
        String pin = keys.inTransaction(
                request,
                key -> longBlock
                        ? PinBlockCode.pin(key.decipherPin(block, account))
                        : key.working(DukptUsage.PIN)
                                .once(pinKey -> PinBlockCode.of(from).open(pinKey, block, account)));
        String shortAccount = longBlock ? HostCommands.account(account) : account;
        return translated(request, pin, Hex.of(to.seal(destination, pin, shortAccount, random)));
    }

    private static Reply translated(Fields request, String pin, String block) {
        return Reply.ok(Fields.of("pinLength", Decimal.digits(pin.length(), 2))
                .set("pinBlock", block)
                .set("format", request.text("format")));
    }

    private Reply verify(KeyType pinKeyType, Fields request) {
        CipherKey pinKey = keys.key(pinKeyType, request.text("pinKey"), HsmError.SOURCE_KEY_PARITY);
        CipherKey pvk = pvk(request);
        String account = request.text("account");
        String pin = PinBlockCode.of(request.text("format")).open(pinKey, request.hex("pinBlock"), account);
        String verified = request.text("verificationAccount", account);
        return Reply.verified(pvv(pvk, verified, request, pin).equals(request.text("pvv")));
    }

    private Reply generatePvv(Fields request) {
        CipherKey pvk = pvk(request);
        String account = request.text("account");
        String pin = lmkPin.open(request.text("pin"), account);
        return Reply.ok(Fields.of("pvv", pvv(pvk, account, request, pin)));
    }

    private Reply encryptClear(Fields request) {
        String pin = request.text("pin").replaceFirst("F+$", "");
        HsmRefusal.unless(pin.chars().allMatch(c -> c >= '0' && c <= '9'), HsmError.INVALID_INPUT);
        boolean room = pin.length() < request.text("pin").length();
        HsmRefusal.unless(pin.length() >= SHORTEST_PIN && room, HsmError.PIN_LENGTH);
        return Reply.ok(Fields.of("pin", lmkPin.seal(pin, request.text("account"))));
    }

    private CipherKey pvk(Fields request) {
        CipherKey pvk = keys.key(KeyType.TERMINAL, request.text("pvk"), HsmError.DESTINATION_KEY_PARITY);
        HsmRefusal.unless(pvk.lengthBytes() == DOUBLE_BYTES, HsmError.KEY_LENGTHS);
        return pvk;
    }

    private static String pvv(CipherKey pvk, String account, Fields request, String pin) {
        return Pvv.generate(pvk, account + "0", request.number("pvki"), pin);
    }
}
