package dev.counterfoil.protocol.hostcommand;

import dev.counterfoil.codec.Hex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The host's side: one builder for each command.
 *
 * <p>Keys are text as the HSM gave them: scheme letter and hex digits. Account numbers are 12 digits, the rightmost of
 * the PAN without its check digit (see {@link #account}).
 */
public final class HostCommands {
    private static final String MAXIMUM_PIN_LENGTH = "12";
    private static final int ACCOUNT_DIGITS = 12;
    private static final int AES_KSN_DIGITS = 24;
    private static final String ISO_4 = "48";
    private static final String WITH_CHECK_VALUE_OF_6 = "1";

    private HostCommands() {}

    /** The account number of a PAN: 12 digits left of the check digit, zero-filled on the left. */
    public static String account(String pan) {
        String padded = "0".repeat(ACCOUNT_DIGITS) + pan.substring(0, pan.length() - 1);
        return padded.substring(padded.length() - ACCOUNT_DIGITS);
    }

    /** NC: LMK check value and firmware. */
    public static HostCommand diagnostics() {
        return new HostCommand("NC", Fields.of());
    }

    /** NO: status of the I/O. */
    public static HostCommand status() {
        return new HostCommand("NO", Fields.of("mode", "00"));
    }

    /** N0: {@code count} random bytes, 1 to 9,999. */
    public static HostCommand random(int count) {
        return new HostCommand(
                "N0", Fields.of("length", Integer.toString(10_000 + count).substring(1)));
    }

    /** B2: echo. */
    public static HostCommand echo(byte[] data) {
        return new HostCommand("B2", Fields.of().set("message", data));
    }

    /** A0 mode 0: a new key under the LMK. */
    public static HostCommand generateKey(String keyType, String lmkScheme) {
        return new HostCommand("A0", Fields.of("mode", "0", "keyType", keyType, "lmkScheme", lmkScheme));
    }

    /** A0 mode 1: a new key under the LMK and under a ZMK. */
    public static HostCommand generateKey(String keyType, String lmkScheme, String zmk, String zmkScheme) {
        return new HostCommand(
                "A0",
                Fields.of("mode", "1", "keyType", keyType, "lmkScheme", lmkScheme)
                        .set("zmk", zmk)
                        .set("zmkScheme", zmkScheme));
    }

    /** A0 mode 1: a new key under the LMK and under a TMK. */
    public static HostCommand generateKeyForTmk(String keyType, String lmkScheme, String tmk, String tmkScheme) {
        HostCommand command = generateKey(keyType, lmkScheme, tmk, tmkScheme);
        command.fields().set("flag", "1");
        return command;
    }

    /** A6: a key from under a ZMK to the LMK. */
    public static HostCommand importKey(String keyType, String zmk, String keyUnderZmk, String lmkScheme) {
        return new HostCommand(
                "A6", Fields.of("keyType", keyType, "zmk", zmk, "key", keyUnderZmk, "lmkScheme", lmkScheme));
    }

    /** A8: a key from under the LMK to a ZMK. */
    public static HostCommand exportKey(String keyType, String zmk, String key, String zmkScheme) {
        return new HostCommand("A8", Fields.of("keyType", keyType, "zmk", zmk, "key", key, "zmkScheme", zmkScheme));
    }

    /** BU: the 6-digit check value of a key of any type. */
    public static HostCommand checkValue(String keyType, String key) {
        return new HostCommand(
                "BU",
                Fields.of("typeCode", "FF", "lengthFlag", lengthFlag(key), "key", key, "keyType", keyType)
                        .set("reserved", "00")
                        .set("kcvType", WITH_CHECK_VALUE_OF_6));
    }

    /** HC: a new TMK, TPK or PVK under a TMK and under the LMK. */
    public static HostCommand generateTerminalKey(String tmk) {
        return withSchemes("HC", Fields.of("tmk", tmk));
    }

    /** HA: a new TAK under a TMK and under the LMK. */
    public static HostCommand generateTak(String tmk) {
        return withSchemes("HA", Fields.of("tmk", tmk));
    }

    /** IA: a new ZPK under a ZMK and under the LMK. */
    public static HostCommand generateZpk(String zmk) {
        return withSchemes("IA", Fields.of("zmk", zmk));
    }

    /** FA: a ZPK from under a ZMK to the LMK. */
    public static HostCommand importZpk(String zmk, String zpkUnderZmk) {
        return withSchemes("FA", Fields.of("zmk", zmk, "key", zpkUnderZmk));
    }

    /** GC: a ZPK from under the LMK to a ZMK. */
    public static HostCommand exportZpk(String zmk, String zpk) {
        return withSchemes("GC", Fields.of("zmk", zmk, "key", zpk));
    }

    /** FI: a new ZAK under a ZMK and under the LMK. */
    public static HostCommand generateZak(String zmk) {
        return withSchemes("FI", Fields.of("flag", "1", "zmk", zmk));
    }

    /** FK: a ZAK from under a ZMK to the LMK. */
    public static HostCommand importZak(String zmk, String zakUnderZmk) {
        return withSchemes("FK", Fields.of("flag", "1", "zmk", zmk, "key", zakUnderZmk));
    }

    /** CA: a PIN block of format {@code format} from a TPK to a ZPK. */
    public static HostCommand translatePinFromTerminal(
            String tpk, String zpk, byte[] pinBlock, String format, String toFormat, String account) {
        return translation("CA", tpk, zpk, pinBlock, format, toFormat, account);
    }

    /** V0: a PIN block of 16 bytes from a TPK of SM4 to a ZPK. */
    public static HostCommand translatePinFromSm4(
            String tpk, String zpk, byte[] pinBlock, String format, String toFormat, String account) {
        return translation("V0", tpk, zpk, pinBlock, format, toFormat, account);
    }

    /** CC: a PIN block from one ZPK to another. */
    public static HostCommand translatePin(
            String fromZpk, String toZpk, byte[] pinBlock, String format, String toFormat, String account) {
        return translation("CC", fromZpk, toZpk, pinBlock, format, toFormat, account);
    }

    /** DC: whether the PIN under a TPK has this PVV. */
    public static HostCommand verifyTerminalPin(
            String tpk, String pvk, byte[] pinBlock, String format, String account, String pvki, String pvv) {
        return verification("DC", tpk, pvk, pinBlock, format, account, pvki, pvv);
    }

    /** EC: whether the PIN under a ZPK has this PVV. */
    public static HostCommand verifyZonePin(
            String zpk, String pvk, byte[] pinBlock, String format, String account, String pvki, String pvv) {
        return verification("EC", zpk, pvk, pinBlock, format, account, pvki, pvv);
    }

    /** DG: the PVV of a PIN under the LMK. */
    public static HostCommand generatePvv(String pvk, String pinUnderLmk, String account, String pvki) {
        return new HostCommand("DG", Fields.of("pvk", pvk, "pin", pinUnderLmk, "account", account, "pvki", pvki));
    }

    /** BA: a clear PIN of 4 to 12 digits to the LMK. */
    public static HostCommand encryptClearPin(String pin, String account, LayoutSettings settings) {
        String padded = (pin + "F".repeat(settings.pinDigits())).substring(0, settings.pinDigits());
        return new HostCommand("BA", Fields.of("pin", padded, "account", account));
    }

    /** M6: a MAC over a whole binary message, of 8 bytes, in ISO 9797-1 algorithm 1 or 3. */
    public static HostCommand generateMac(String keyType, String key, int algorithm, int padding, byte[] message) {
        return new HostCommand("M6", mac(keyType, key, algorithm, padding, message));
    }

    /** M8: whether the 8-byte MAC over a whole binary message is right. */
    public static HostCommand verifyMac(
            String keyType, String key, int algorithm, int padding, byte[] message, byte[] mac) {
        return new HostCommand(
                "M8", mac(keyType, key, algorithm, padding, message).set("mac", Hex.of(mac)));
    }

    /** M0: whole blocks of data to cryptogram, ECB, hex both ways. */
    public static HostCommand encryptData(String keyType, String key, byte[] data) {
        return data("M0", keyType, key, data);
    }

    /** M2: cryptogram to data, ECB, hex both ways. */
    public static HostCommand decryptData(String keyType, String key, byte[] data) {
        return data("M2", keyType, key, data);
    }

    /** U0: the 8 bytes of F64 under a TAK. */
    public static HostCommand generateUnionPayMac(String tak, MacForm form, byte[] message) {
        return new HostCommand("U0", Fields.of("key", tak, "form", form.digit()).set("message", message));
    }

    /** U2: whether the 8 bytes of F64 are right. */
    public static HostCommand verifyUnionPayMac(String tak, MacForm form, byte[] message, byte[] mac) {
        return new HostCommand(
                "U2",
                Fields.of("key", tak, "form", form.digit(), "mac", Hex.of(mac)).set("message", message));
    }

    /** U4: a set of 1 to 5 working keys under a TMK and under the LMK. */
    public static HostCommand generateWorkingKeys(String tmk, List<WorkingKeyWish> wishes) {
        Fields fields = Fields.of("tmk", tmk, "count", Integer.toString(wishes.size()));
        for (int i = 0; i < wishes.size(); i++) {
            WorkingKeyWish wish = wishes.get(i);
            fields.set(
                    i + 1,
                    Fields.of(
                            "kind",
                            wish.kind().letter(),
                            "length",
                            wish.length().digit()));
        }
        return new HostCommand("U4", fields);
    }

    /** The working keys in the answer to U4, in the order asked for. */
    public static List<WorkingKeyForms> workingKeys(HsmAnswer answer, HostCommand request) {
        Fields fields = answer.fields(request);
        List<WorkingKeyForms> keys = new ArrayList<>();
        for (int i = 1; i <= fields.number("count"); i++) {
            Fields item = fields.item(i);
            keys.add(new WorkingKeyForms(Hex.of(item.hex("posForm")), item.text("sysForm"), item.text("kcv")));
        }
        return keys;
    }

    /** U6: whether D(K, C1) is R1 for the card's key K, and C2 = E(K, R2). */
    public static HostCommand authenticateManagerCard(
            String cardMaster, String cardNumber, byte[] r1, byte[] c1, byte[] r2) {
        return new HostCommand(
                "U6",
                Fields.of("cardMaster", cardMaster, "cardNumber", cardNumber)
                        .set("r1", Hex.of(r1))
                        .set("c1", Hex.of(c1))
                        .set("r2", Hex.of(r2)));
    }

    /** U8: a new TMK under the LMK and under a manager card's key. */
    public static HostCommand generateTmkForCard(String cardMaster, String cardNumber) {
        return new HostCommand("U8", Fields.of("cardMaster", cardMaster, "cardNumber", cardNumber));
    }

    /** UA: a TMK once more under a manager card's key. */
    public static HostCommand exportTmkForCard(String cardMaster, String cardNumber, String tmk) {
        return new HostCommand("UA", Fields.of("cardMaster", cardMaster, "cardNumber", cardNumber, "tmk", tmk));
    }

    /** UE: as U6, under the key that the card's key has for authentication. */
    public static HostCommand authenticateBoundCard(
            String cardMaster, String cardNumber, byte[] r1, byte[] c1, byte[] r2) {
        HostCommand literal = authenticateManagerCard(cardMaster, cardNumber, r1, c1, r2);
        return new HostCommand("UE", literal.fields());
    }

    /** UG: a new TMK under the LMK, and in a key block for the terminal of a serial number. */
    public static HostCommand generateTmkBlock(String cardMaster, String cardNumber, String serialNumber) {
        return new HostCommand(
                "UG", Fields.of("cardMaster", cardMaster, "cardNumber", cardNumber, "serialNumber", serialNumber));
    }

    /** UI: a TMK once more in a key block. */
    public static HostCommand exportTmkBlock(String cardMaster, String cardNumber, String serialNumber, String tmk) {
        return new HostCommand(
                "UI",
                Fields.of("cardMaster", cardMaster, "cardNumber", cardNumber, "serialNumber", serialNumber)
                        .set("tmk", tmk));
    }

    /** UK: the MAC of an answer in a hardened download. */
    public static HostCommand sealAnswer(DownloadKey key, byte[] message) {
        return new HostCommand("UK", key.fields().set("message", message));
    }

    /** UM: whether the MAC of a request in a hardened download is right. */
    public static HostCommand checkRequest(DownloadKey key, byte[] mac, byte[] message) {
        return new HostCommand("UM", key.fields().set("mac", Hex.of(mac)).set("message", message));
    }

    /** UC: track data enciphered under a TDK of DES, to clear; digits and the separator D. */
    public static HostCommand decryptTrack(String tdk, TrackForm form, String track) {
        return new HostCommand("UC", Fields.of("key", tdk, "form", form.digit(false), "track", track));
    }

    /** UC: the same under a TDK of SM4. */
    public static HostCommand decryptSm4Track(String tdk, TrackForm form, String track) {
        return new HostCommand("UC", Fields.of("key", tdk, "form", form.digit(true), "track", track));
    }

    /** G0: a PIN block from the transaction of a KSN to a ZPK; of format 48 under AES, else of {@code format}. */
    public static HostCommand translatePinFromDukpt(
            String bdk, String ksn, String zpk, byte[] pinBlock, String format, String toFormat, String pan) {
        boolean aes = ksn.length() == AES_KSN_DIGITS;
        return new HostCommand(
                "G0",
                dukpt(bdk, ksn)
                        .set("destination", zpk)
                        .set("pinBlock", Hex.of(pinBlock))
                        .set("sourceFormat", aes ? ISO_4 : format)
                        .set("format", toFormat)
                        .set("account", aes ? pan : account(pan)));
    }

    /** US: the 8 bytes of F64 of the answer in a DUKPT transaction. */
    public static HostCommand generateDukptMac(String bdk, String ksn, MacForm form, byte[] message) {
        return new HostCommand("US", dukpt(bdk, ksn).set("form", form.digit()).set("message", message));
    }

    /** UU: whether the 8 bytes of F64 of the request in a DUKPT transaction are right. */
    public static HostCommand verifyDukptMac(String bdk, String ksn, MacForm form, byte[] message, byte[] mac) {
        return new HostCommand(
                "UU",
                dukpt(bdk, ksn)
                        .set("form", form.digit())
                        .set("mac", Hex.of(mac))
                        .set("message", message));
    }

    /** UW: the track of the request in a DUKPT transaction, to clear. */
    public static HostCommand decryptDukptTrack(String bdk, String ksn, TrackForm form, String track) {
        return new HostCommand(
                "UW", dukpt(bdk, ksn).set("form", form.digit(false)).set("track", track));
    }

    private static Fields dukpt(String bdk, String ksn) {
        boolean aes = ksn.length() == AES_KSN_DIGITS;
        return Fields.of("bdk", bdk, "ksnDescriptor", aes ? "808" : "906", "ksn", ksn)
                .set("dukpt", aes ? Part.Ksn.AES : Part.Ksn.TDES);
    }

    private static HostCommand withSchemes(String command, Fields fields) {
        return new HostCommand(
                command, fields.set("zmkScheme", "X").set("lmkScheme", "U").set("kcvType", WITH_CHECK_VALUE_OF_6));
    }

    private static HostCommand translation(
            String command, String from, String to, byte[] block, String format, String toFormat, String account) {
        return new HostCommand(
                command,
                Fields.of("source", from, "destination", to, "maximumPinLength", MAXIMUM_PIN_LENGTH)
                        .set("pinBlock", Hex.of(block))
                        .set("sourceFormat", format)
                        .set("format", toFormat)
                        .set("account", account));
    }

    private static HostCommand verification(
            String command,
            String pinKey,
            String pvk,
            byte[] block,
            String format,
            String account,
            String pvki,
            String pvv) {
        return new HostCommand(
                command,
                Fields.of("pinKey", pinKey, "pvk", pvk, "pinBlock", Hex.of(block), "format", format)
                        .set("account", account)
                        .set("pvki", pvki)
                        .set("pvv", pvv));
    }

    private static Fields mac(String keyType, String key, int algorithm, int padding, byte[] message) {
        return Fields.of("mode", "0", "input", "0", "macSize", "1", "algorithm", Integer.toString(algorithm))
                .set("padding", Integer.toString(padding))
                .set("keyType", keyType)
                .set("key", key)
                .set("message", message);
    }

    private static HostCommand data(String command, String keyType, String key, byte[] data) {
        return new HostCommand(
                command,
                Fields.of("cipherMode", "00", "input", "1", "output", "1", "keyType", keyType, "key", key)
                        .set("message", Hex.of(data).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String lengthFlag(String key) {
        return switch (key.charAt(0)) {
            case 'U', 'X' -> "1";
            case 'T', 'Y' -> "2";
            default -> "0";
        };
    }
}
