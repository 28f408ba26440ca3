package dev.counterfoil.terminal.message;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.Stamp;
import dev.counterfoil.protocol.iso8583.TransactionKind;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.keys.KeyFields;
import dev.counterfoil.protocol.iso8583.notice.DeviceNotice;
import dev.counterfoil.terminal.Identity;
import dev.counterfoil.terminal.Reversal;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.Voucher;
import dev.counterfoil.terminal.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a terminal as a table: transaction, F60.3 and the fields in question. A field
 * for which there is nothing to say (no card read, no PIN) is left out. The lists follow published terminals of Chinese
 * acquiring; F59 with the serial number is in every financial request.
 */
public final class Requests {
    // spotless:off
    public static final Requests SALE       = of(TransactionKind.SALE,         "000",
            2, 3, 4, 11, 22, 25, 26, 35, 41, 42, 49, 53, 59, 60);
    public static final Requests VOID       = of(TransactionKind.VOID,         "000",
            2, 3, 4, 11, 22, 25, 26, 35, 37, 38, 41, 42, 49, 53, 59, 60, 61);
    public static final Requests BALANCE    = of(TransactionKind.BALANCE,      "000",
            2, 3, 11, 22, 25, 26, 35, 41, 42, 49, 53, 59, 60);
    public static final Requests SIGN_IN    = of(TransactionKind.SIGN_IN,      "004", 11, 41, 42, 60, 62, 63);
    public static final Requests SIGN_OFF   = of(TransactionKind.SIGN_OFF,     "002", 11, 41, 42, 60);
    public static final Requests SETTLEMENT = of(TransactionKind.SETTLEMENT,   "201", 11, 41, 42, 48, 49, 60, 63);
    public static final Requests DETAILS    = of(TransactionKind.BATCH_UPLOAD, "201", 11, 41, 42, 48, 60);
    public static final Requests AGREED_END = of(TransactionKind.BATCH_UPLOAD, "207", 11, 41, 42, 48, 60);
    public static final Requests DETAIL_END = of(TransactionKind.BATCH_UPLOAD, "202", 11, 41, 42, 48, 60);
    public static final Requests DOWNLOAD   = of(TransactionKind.KEY_DOWNLOAD, "440", 11, 41, 42, 60, 62);
    public static final Requests WITHDRAWAL = of(TransactionKind.KEY_DOWNLOAD, DeviceNotice.WITHDRAWAL,
            11, 41, 42, 59, 60);
    private static final Requests INSPECTION = of(TransactionKind.KEY_DOWNLOAD, InspectionReport.NETWORK_CODE,
            11, 41, 42, 59, 60);
    // spotless:on

    private static final List<Integer> OF_A_REVERSAL = List.of(2, 3, 4, 11, 22, 25, 38, 41, 42, 49, 59, 60);
    private static final String MAGNETIC_AND_CHIP = "50";

    private final TransactionKind kind;
    private final String networkCode;
    private final List<Integer> fields;

    private Requests(TransactionKind kind, String networkCode, List<Integer> fields) {
        this.kind = kind;
        this.networkCode = networkCode;
        this.fields = fields;
    }

    private static Requests of(TransactionKind kind, String networkCode, int... fields) {
        return new Requests(kind, networkCode, IntStream.of(fields).boxed().toList());
    }

    /** The financial request of this kind. */
    public static IsoMessage financial(Work work) {
        return (work.kind() == Task.VOID ? VOID : work.kind() == Task.BALANCE ? BALANCE : SALE).build(work);
    }

    /** The request without F48, F62 and F64. */
    public IsoMessage build(Work work) {
        return filled(work, networkCode).build();
    }

    /** A request with this F48. */
    public IsoMessage build(Work work, String f48) {
        return filled(work, networkCode).set(48, f48).build();
    }

    /** A sign-in with the keys of this F60.3, and the device in F62. */
    public static IsoMessage signIn(Work work) {
        Identity who = work.identity();
        String device = who.certificate() + who.serialNumber();
        String f62 = "Sequence No" + digits(2, device.length()) + device;
        return SIGN_IN.filled(work, work.policies().text("signInKeys"))
                .set(62, f62.getBytes(StandardCharsets.ISO_8859_1))
                .build();
    }

    /** One message of a key download: {@code networkCode} is one of {@link KeyDownload} or an online download's. */
    public static IsoMessage download(Work work, String networkCode, List<Tlv> f62) {
        IsoMessage.Builder message = DOWNLOAD.filled(work, networkCode);
        return f62.isEmpty()
                ? message.build()
                : message.set(62, Tlv.encode(f62)).build();
    }

    /** The report of an inspection. */
    public static IsoMessage inspection(Work work, byte[] f62) {
        return INSPECTION.filled(work, INSPECTION.networkCode).set(62, f62).build();
    }

    /** What would have to be sent if {@code request} got no answer. */
    public static SortedMap<Integer, String> reversalOf(Work work, IsoMessage request) {
        SortedMap<Integer, String> kept = new TreeMap<>();
        for (int field : OF_A_REVERSAL) {
            if (request.has(field)) {
                kept.put(field, request.text(field));
            }
        }
        if (!work.pan().isEmpty()) {
            kept.put(2, work.pan());
        }
        String today = Stamp.date(work.setup().clock().get());
        kept.put(61, work.memory().batch() + request.text(11) + today);
        return kept;
    }

    /** The 0400 of this record: the same bytes as long as its reason is the same. */
    public static IsoMessage reversal(Work work, Reversal record) {
        IsoMessage.Builder message = head(work, "0400");
        record.fields().forEach(message::set);
        return message.set(39, record.reason()).build();
    }

    private IsoMessage.Builder filled(Work work, String network) {
        IsoMessage.Builder message = head(work, kind.mti());
        for (int field : fields) {
            String value = value(field, work, network);
            if (value != null) {
                message.set(field, value);
            }
        }
        if (!work.pinBlock().isEmpty()) {
            KeyFields.putPinBlock(work.setup().dialect(), message, Hex.bytes(work.pinBlock()));
        }
        return message;
    }

    private static IsoMessage.Builder head(Work work, String mti) {
        Identity who = work.identity();
        return IsoMessage.of(mti).tpdu(who.tpdu()).header(who.header());
    }

    private @Nullable String value(int field, Work work, String network) {
        Identity who = work.identity();
        return switch (field) {
            case 2 -> work.trackForHost().isEmpty() || work.policies().flag("panInF2") ? present(work.pan()) : null;
            case 3 -> kind.f3(work.setup().dialect());
            case 4 -> digits(12, work.amountFen());
            case 11 -> work.stan();
            case 22 -> work.entryMode();
            case 25 -> kind.f25();
            case 26 -> work.pinBlock().isEmpty() ? null : work.policies().pinLongest() > 6 ? "12" : "06";
            case 35 -> present(work.trackForHost());
            case 37 -> original(work, Voucher::reference);
            case 38 -> original(work, Voucher::authorisation);
            case 41 -> who.terminalId();
            case 42 -> who.merchantId();
            case 49 -> "156";
            case 53 -> security(work);
            case 59 -> terminalInformation(work);
            case 60 ->
                kind.f601() + work.memory().batch() + network + (kind.f3().isEmpty() ? "" : MAGNETIC_AND_CHIP);
            case 61 -> original(work, v -> v.batch() + v.stan() + v.date());
            case 63 -> String.format(Locale.ROOT, "%-3s", work.operator());
            default -> null;
        };
    }

    private static @Nullable String original(Work work, Function<Voucher, String> part) {
        Voucher first = work.original();
        return first == null ? null : present(part.apply(first));
    }

    /** F53: form of the PIN, algorithm, whether the track is encrypted. */
    private static @Nullable String security(Work work) {
        boolean pin = !work.pinBlock().isEmpty();
        if (!pin && work.trackForHost().isEmpty()) {
            return null;
        }
        boolean withPan = work.setup().dialect().setting("pin").equals("withPan");
        boolean encrypted = !work.setup().dialect().setting("track.cipher").equals("CLEAR");
        String form = !pin ? "0" : withPan ? "2" : "1";
        return form + work.policies().securityDigit() + (encrypted ? "1" : "0") + "0000000000000";
    }

    /** A2: device type and serial number. */
    private static String terminalInformation(Work work) {
        int width = work.setup().dialect().f59LengthDigits();
        String serial = work.identity().serialNumber();
        return tagged("A2", width, tagged("01", width, "04") + tagged("02", width, serial));
    }

    private static String tagged(String tag, int width, String value) {
        return tag + digits(width, value.length()) + value;
    }

    private static @Nullable String present(String value) {
        return value.isEmpty() ? null : value;
    }

    private static String digits(int width, long number) {
        return Decimal.digits(number, width);
    }
}
