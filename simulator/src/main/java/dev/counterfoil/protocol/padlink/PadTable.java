package dev.counterfoil.protocol.padlink;

import static dev.counterfoil.protocol.padlink.Fields.counted;
import static dev.counterfoil.protocol.padlink.Fields.decimal;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.padlink.PadCommand.AwaitCard;
import dev.counterfoil.protocol.padlink.PadCommand.BeginDownload;
import dev.counterfoil.protocol.padlink.PadCommand.BeginHardenedDownload;
import dev.counterfoil.protocol.padlink.PadCommand.CancelInput;
import dev.counterfoil.protocol.padlink.PadCommand.CheckDownloadMac;
import dev.counterfoil.protocol.padlink.PadCommand.CheckHost;
import dev.counterfoil.protocol.padlink.PadCommand.Cipher;
import dev.counterfoil.protocol.padlink.PadCommand.DownloadMac;
import dev.counterfoil.protocol.padlink.PadCommand.DrawKey;
import dev.counterfoil.protocol.padlink.PadCommand.EncryptTrack;
import dev.counterfoil.protocol.padlink.PadCommand.EndDownload;
import dev.counterfoil.protocol.padlink.PadCommand.EraseKeys;
import dev.counterfoil.protocol.padlink.PadCommand.Erasure;
import dev.counterfoil.protocol.padlink.PadCommand.HostKeyKind;
import dev.counterfoil.protocol.padlink.PadCommand.KeyStatus;
import dev.counterfoil.protocol.padlink.PadCommand.LoadKeyBlock;
import dev.counterfoil.protocol.padlink.PadCommand.LoadKeySet;
import dev.counterfoil.protocol.padlink.PadCommand.LoadMasterKey;
import dev.counterfoil.protocol.padlink.PadCommand.LoadUnderCardKey;
import dev.counterfoil.protocol.padlink.PadCommand.LoadUnderTransportKey;
import dev.counterfoil.protocol.padlink.PadCommand.LoadWorkingKey;
import dev.counterfoil.protocol.padlink.PadCommand.LongestPin;
import dev.counterfoil.protocol.padlink.PadCommand.Mac;
import dev.counterfoil.protocol.padlink.PadCommand.Reactivate;
import dev.counterfoil.protocol.padlink.PadCommand.ReadLongPinBlock;
import dev.counterfoil.protocol.padlink.PadCommand.ReadPairing;
import dev.counterfoil.protocol.padlink.PadCommand.ReadPinBlock;
import dev.counterfoil.protocol.padlink.PadCommand.ReadSerialNumber;
import dev.counterfoil.protocol.padlink.PadCommand.Reset;
import dev.counterfoil.protocol.padlink.PadCommand.ShortestPin;
import dev.counterfoil.protocol.padlink.PadCommand.StartCardPassword;
import dev.counterfoil.protocol.padlink.PadCommand.StartComponent;
import dev.counterfoil.protocol.padlink.PadCommand.StartInjection;
import dev.counterfoil.protocol.padlink.PadCommand.StartPinEntry;
import dev.counterfoil.protocol.padlink.PadCommand.TestSlot;
import dev.counterfoil.protocol.padlink.PadCommand.WrapTransportKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All commands: their code, what is written behind it, and how it is read back. No code begins another. */
final class PadTable {
    private static final List<Row<?>> ROWS = List.of(
            row(
                    "1",
                    LoadMasterKey.class,
                    c -> decimal(c.index(), 2) + c.mode() + key(c.key()),
                    in -> new LoadMasterKey(in.number(2), in.take(1).charAt(0), key(in))),
            row(
                    "2",
                    LoadWorkingKey.class,
                    c -> decimal(c.master(), 2) + c.slot().code() + c.use().code() + key(c.wrapped()) + c.checkValue(),
                    in -> new LoadWorkingKey(in.number(2), slot(in), in.oneOf(KeyUse.values()), key(in), kcv(in))),
            row("5030", Reset.class, c -> "", in -> new Reset()),
            row("5032", CancelInput.class, c -> "", in -> new CancelInput()),
            row("54", ShortestPin.class, c -> decimal(c.digits(), 2), in -> new ShortestPin(in.number(2))),
            row("55", LongestPin.class, c -> decimal(c.digits(), 2), in -> new LongestPin(in.number(2))),
            row(
                    "6",
                    StartPinEntry.class,
                    c -> (c.bypass() ? Flag.YES : Flag.NO).code() + decimal(c.timeoutSeconds(), 3),
                    in -> new StartPinEntry(in.oneOf(Flag.values()) == Flag.YES, in.number(3))),
            row(
                    "7",
                    ReadPinBlock.class,
                    c -> c.slot().code() + c.kind().code() + c.panDigits(),
                    in -> new ReadPinBlock(slot(in), in.oneOf(PinBlockKind.values()), in.digits(12))),
            row(
                    "8",
                    Mac.class,
                    c -> c.slot().code() + c.kind().code() + Hex.of(c.data()),
                    in -> new Mac(slot(in), in.oneOf(MacKind.values()), in.hex())),
            row(
                    "9",
                    Cipher.class,
                    c -> c.slot().code() + c.mode().code() + Hex.of(c.data()),
                    in -> new Cipher(slot(in), in.oneOf(CipherMode.values()), in.hex())),
            row("X01", KeyStatus.class, c -> c.slot().code(), in -> new KeyStatus(slot(in))),
            row("X02", ReadSerialNumber.class, c -> "", in -> new ReadSerialNumber()),
            row("X03", ReadPairing.class, c -> "", in -> new ReadPairing()),
            row("X04", Reactivate.class, c -> counted(c.pairing()), in -> new Reactivate(in.counted())),
            row("X05", EraseKeys.class, c -> c.cause().code(), in -> new EraseKeys(in.oneOf(Erasure.values()))),
            row("X06", TestSlot.class, c -> "", in -> new TestSlot()),
            row("X10", AwaitCard.class, c -> decimal(c.timeoutSeconds(), 3), in -> new AwaitCard(in.number(3))),
            row(
                    "X11",
                    StartCardPassword.class,
                    c -> decimal(c.timeoutSeconds(), 3),
                    in -> new StartCardPassword(in.number(3))),
            row("X12", BeginDownload.class, c -> "", in -> new BeginDownload()),
            row("X13", CheckHost.class, c -> Hex.of(c.c2()), in -> new CheckHost(in.hex())),
            row(
                    "X14",
                    LoadUnderCardKey.class,
                    c -> decimal(c.index(), 2) + c.checkValue() + Hex.of(c.wrapped()),
                    in -> new LoadUnderCardKey(in.number(2), kcv(in), in.hex())),
            row("X15", EndDownload.class, c -> "", in -> new EndDownload()),
            row("X16", BeginHardenedDownload.class, c -> "", in -> new BeginHardenedDownload()),
            row(
                    "X17",
                    DownloadMac.class,
                    c -> c.key().code() + Hex.of(c.data()),
                    in -> new DownloadMac(in.oneOf(DownloadKey.values()), in.hex())),
            row(
                    "X18",
                    CheckDownloadMac.class,
                    c -> c.key().code() + Hex.of(c.mac()) + Hex.of(c.data()),
                    in -> new CheckDownloadMac(in.oneOf(DownloadKey.values()), in.hex(8), in.hex())),
            row(
                    "X19",
                    LoadKeyBlock.class,
                    c -> decimal(c.index(), 2) + c.checkValue() + c.block(),
                    in -> new LoadKeyBlock(in.number(2), kcv(in), in.rest())),
            row(
                    "X20",
                    EncryptTrack.class,
                    c -> c.slot().code() + c.kind().code() + c.track(),
                    in -> new EncryptTrack(slot(in), in.oneOf(TrackKind.values()), in.rest())),
            row(
                    "X21",
                    LoadKeySet.class,
                    c -> c.mak().code() + Hex.of(c.f62()),
                    in -> new LoadKeySet(in.oneOf(MakKind.values()), in.hex())),
            row(
                    "X22",
                    StartInjection.class,
                    c -> decimal(c.timeoutSeconds(), 3),
                    in -> new StartInjection(in.number(3))),
            row(
                    "X23",
                    StartComponent.class,
                    c -> decimal(c.number(), 1) + decimal(c.timeoutSeconds(), 3),
                    in -> new StartComponent(in.number(1), in.number(3))),
            row("X26", DrawKey.class, c -> "", in -> new DrawKey()),
            row(
                    "X27",
                    ReadLongPinBlock.class,
                    c -> c.slot().code() + counted(c.pan()),
                    in -> new ReadLongPinBlock(slot(in), in.counted())),
            row(
                    "X24",
                    WrapTransportKey.class,
                    c -> (c.hardened() ? Flag.YES : Flag.NO).code()
                            + c.kind().code()
                            + decimal(c.exponent().length, 1)
                            + Hex.of(c.exponent())
                            + Hex.of(c.value()),
                    in -> new WrapTransportKey(
                            in.oneOf(Flag.values()) == Flag.YES,
                            in.oneOf(HostKeyKind.values()),
                            in.hex(in.number(1)),
                            in.hex())),
            row(
                    "X25",
                    LoadUnderTransportKey.class,
                    c -> decimal(c.index(), 2) + c.checkValue() + c.key(),
                    in -> new LoadUnderTransportKey(in.number(2), kcv(in), in.rest())));

    private static final Map<Class<?>, Row<?>> BY_TYPE = byType();

    private PadTable() {}

    static String write(PadCommand command) {
        Row<?> row = BY_TYPE.get(command.getClass());
        if (row == null) {
            throw new IllegalArgumentException("no row for " + command.getClass());
        }
        return row.write(command);
    }

    static PadCommand read(String data) {
        for (Row<?> row : ROWS) {
            if (data.startsWith(row.code)) {
                Fields in = new Fields("pad command " + row.code, data, row.code.length());
                PadCommand command = row.reader.apply(in);
                in.end();
                return command;
            }
        }
        throw new Malformed("pad command", 0, "a known code", "an unknown one");
    }

    /** Codes of all commands, in order. */
    static List<String> codes() {
        return ROWS.stream().map(Row::code).toList();
    }

    private static <C extends PadCommand> Row<C> row(
            String code, Class<C> type, Function<C, String> writer, Function<Fields, C> reader) {
        return new Row<>(code, type, writer, reader);
    }

    private static Map<Class<?>, Row<?>> byType() {
        Map<Class<?>, Row<?>> rows = new HashMap<>();
        ROWS.forEach(row -> rows.put(row.type, row));
        return rows;
    }

    private static PadSlot slot(Fields in) {
        return in.oneOf(PadSlot.values());
    }

    private static String kcv(Fields in) {
        return Hex.of(in.hex(4));
    }

    /** Length of a key in units of 8 bytes, 1 digit, and the key. */
    private static String key(byte[] key) {
        return decimal(key.length / 8, 1) + Hex.of(key);
    }

    private static byte[] key(Fields in) {
        return in.hex(8 * in.number(1));
    }

    private enum Flag implements Coded {
        NO("00"),
        YES("01");

        private final String code;

        Flag(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    private record Row<C extends PadCommand>(
            String code, Class<C> type, Function<C, String> writer, Function<Fields, C> reader) {
        String write(PadCommand command) {
            return code + writer.apply(type.cast(command));
        }
    }
}
