package dev.counterfoil.protocol.padlink;

import java.util.List;

/** One of each command of the table: what somebody sends who tries a pad out. */
public final class PadSamples {
    private static final byte[] BLOCK = new byte[8];
    private static final byte[] KEY = new byte[16];
    private static final int SECONDS = 1;
    private static final byte[] KEY_SET = new byte[60];

    private PadSamples() {}

    /** The commands, in the order of the table; none of them knows a key. */
    public static List<PadCommand> all() {
        return List.of(
                new PadCommand.ReadSerialNumber(),
                new PadCommand.ReadPairing(),
                new PadCommand.KeyStatus(PadSlot.MASTER_KEY),
                new PadCommand.KeyStatus(PadSlot.MAC_KEY),
                new PadCommand.ShortestPin(6),
                new PadCommand.LongestPin(6),
                new PadCommand.Mac(PadSlot.MAC_KEY, MacKind.UNIONPAY, BLOCK),
                new PadCommand.Cipher(PadSlot.MASTER_KEY, CipherMode.ECB_ENCRYPT, BLOCK),
                new PadCommand.Cipher(PadSlot.PIN_KEY, CipherMode.ECB_DECRYPT, BLOCK),
                new PadCommand.EncryptTrack(PadSlot.TRACK_KEY, TrackKind.LAST_EIGHT, "6225000000000014D30121200000001"),
                new PadCommand.StartPinEntry(true, SECONDS),
                new PadCommand.ReadPinBlock(PadSlot.PIN_KEY, PinBlockKind.ISO0, "500000000001"),
                new PadCommand.AwaitCard(SECONDS),
                new PadCommand.StartCardPassword(SECONDS),
                new PadCommand.BeginDownload(),
                new PadCommand.CheckHost(BLOCK),
                new PadCommand.LoadUnderCardKey(0, "00000000", KEY),
                new PadCommand.EndDownload(),
                new PadCommand.CancelInput(),
                new PadCommand.LoadWorkingKey(0, PadSlot.PIN_KEY, KeyUse.PIN, KEY, "00000000"),
                new PadCommand.LoadKeySet(MakKind.SIXTEEN, KEY_SET),
                new PadCommand.Reactivate("NOBODY"),
                new PadCommand.LoadMasterKey(0, '0', KEY),
                new PadCommand.Reset());
    }
}
