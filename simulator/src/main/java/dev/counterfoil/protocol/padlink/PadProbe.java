package dev.counterfoil.protocol.padlink;

import java.util.ArrayList;
import java.util.List;

/** Every command in every form, to try a pad with: what it answers must never hold a key. */
public final class PadProbe {
    private static final byte[] ZEROS = new byte[16];
    private static final String NO_CHECK_VALUE = "00000000";

    private PadProbe() {}

    /**
     * The commands, those that change keys last.
     *
     * @param cryptograms recorded on a line, each of whole blocks: what a cipher command might decipher
     */
    public static List<PadCommand> commands(List<byte[]> cryptograms) {
        List<PadCommand> all = new ArrayList<>(List.of(
                new PadCommand.Reset(),
                new PadCommand.CancelInput(),
                new PadCommand.ShortestPin(4),
                new PadCommand.LongestPin(12),
                new PadCommand.StartPinEntry(true, 1),
                new PadCommand.ReadSerialNumber(),
                new PadCommand.ReadPairing(),
                new PadCommand.AwaitCard(1),
                new PadCommand.StartCardPassword(1),
                new PadCommand.StartInjection(1),
                new PadCommand.StartComponent(1, 1),
                new PadCommand.BeginDownload(),
                new PadCommand.CheckHost(new byte[8]),
                new PadCommand.BeginHardenedDownload(),
                new PadCommand.EndDownload()));
        for (PadSlot slot : PadSlot.values()) {
            addUses(all, slot);
            cryptograms.forEach(recorded -> addCiphers(all, slot, recorded));
        }
        for (MakKind kind : MakKind.values()) {
            all.add(new PadCommand.LoadKeySet(kind, new byte[60]));
        }
        for (char mode : new char[] {'0', '1', '2'}) {
            all.add(new PadCommand.LoadMasterKey(0, mode, ZEROS.clone()));
        }
        for (DownloadKey key : DownloadKey.values()) {
            all.add(new PadCommand.DownloadMac(key, ZEROS.clone()));
            all.add(new PadCommand.CheckDownloadMac(key, new byte[8], ZEROS.clone()));
        }
        all.add(new PadCommand.LoadUnderCardKey(0, NO_CHECK_VALUE, ZEROS.clone()));
        all.add(new PadCommand.LoadKeyBlock(0, NO_CHECK_VALUE, "B0016K0TD00N0000"));
        all.add(new PadCommand.TestSlot());
        for (PadCommand.HostKeyKind kind : PadCommand.HostKeyKind.values()) {
            all.add(new PadCommand.WrapTransportKey(true, kind, new byte[] {3}, ZEROS.clone()));
            all.add(new PadCommand.WrapTransportKey(false, kind, new byte[] {3}, ZEROS.clone()));
        }
        all.add(new PadCommand.LoadUnderTransportKey(0, NO_CHECK_VALUE, "00".repeat(16)));
        all.add(new PadCommand.Reactivate("a foreign terminal"));
        for (PadCommand.Erasure cause : PadCommand.Erasure.values()) {
            all.add(new PadCommand.EraseKeys(cause));
        }
        return List.copyOf(all);
    }

    private static void addUses(List<PadCommand> all, PadSlot slot) {
        all.add(new PadCommand.KeyStatus(slot));
        for (PinBlockKind kind : PinBlockKind.values()) {
            all.add(new PadCommand.ReadPinBlock(slot, kind, "000000000000"));
        }
        for (MacKind kind : MacKind.values()) {
            all.add(new PadCommand.Mac(slot, kind, ZEROS.clone()));
        }
        addCiphers(all, slot, new byte[8]);
        addCiphers(all, slot, ZEROS);
        for (TrackKind kind : TrackKind.values()) {
            all.add(new PadCommand.EncryptTrack(slot, kind, "0".repeat(37)));
        }
        for (KeyUse use : KeyUse.values()) {
            all.add(new PadCommand.LoadWorkingKey(0, slot, use, ZEROS.clone(), NO_CHECK_VALUE));
        }
    }

    private static void addCiphers(List<PadCommand> all, PadSlot slot, byte[] data) {
        for (CipherMode mode : CipherMode.values()) {
            all.add(new PadCommand.Cipher(slot, mode, data.clone()));
        }
    }
}
