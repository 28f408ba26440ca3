package dev.counterfoil.host.keys;

import dev.counterfoil.crypto.dukpt.DukptScheme;
import dev.counterfoil.crypto.dukpt.Ksn;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.hostcommand.TrackForm;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.keys.KeyFields;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one DUKPT transaction.
 *
 * @param bdk base derivation key under the LMK
 */
public record TransactionKeys(String bdk, Ksn ksn) implements LineKeys {
    @Override
    public HostCommand verifyMac(MacForm form, byte[] covered, byte[] mac) {
        return HostCommands.verifyDukptMac(bdk, ksn.toString(), form, covered, mac);
    }

    @Override
    public HostCommand makeMac(MacForm form, byte[] covered) {
        return HostCommands.generateDukptMac(bdk, ksn.toString(), form, covered);
    }

    @Override
    public boolean encipherTracks() {
        return true;
    }

    @Override
    public HostCommand decryptTrack(TrackForm form, String track) {
        return HostCommands.decryptDukptTrack(bdk, ksn.toString(), form, track);
    }

    @Override
    public byte @Nullable [] pinBlock(Dialect dialect, IsoMessage request) {
        return KeyFields.pinBlock(dialect, request, ksn.scheme() == DukptScheme.AES);
    }

    @Override
    public HostCommand translatePin(String zpk, byte[] block, String format, String toFormat, String pan) {
        return HostCommands.translatePinFromDukpt(bdk, ksn.toString(), zpk, block, format, toFormat, pan);
    }

    @Override
    public String macKey() {
        return "the KSN is " + ksn;
    }
}
