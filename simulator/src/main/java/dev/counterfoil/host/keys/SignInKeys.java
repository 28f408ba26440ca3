package dev.counterfoil.host.keys;

import dev.counterfoil.host.TerminalEntry.WorkingKeySet;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.hostcommand.TrackForm;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.keys.KeyFields;
import org.jspecify.annotations.Nullable;

/** The working keys of a terminal's last sign-in. */
public record SignInKeys(WorkingKeySet set) implements LineKeys {
    @Override
    public HostCommand verifyMac(MacForm form, byte[] covered, byte[] mac) {
        return HostCommands.verifyUnionPayMac(set.mac().sysForm(), form(form), covered, mac);
    }

    @Override
    public HostCommand makeMac(MacForm form, byte[] covered) {
        return HostCommands.generateUnionPayMac(set.mac().sysForm(), form(form), covered);
    }

    @Override
    public boolean encipherTracks() {
        return set.track().present();
    }

    @Override
    public HostCommand decryptTrack(TrackForm form, String track) {
        String tdk = set.track().sysForm();
        return set.sm4() ? HostCommands.decryptSm4Track(tdk, form, track) : HostCommands.decryptTrack(tdk, form, track);
    }

    @Override
    public byte @Nullable [] pinBlock(Dialect dialect, IsoMessage request) {
        return KeyFields.pinBlock(dialect, request, set.sm4());
    }

    @Override
    public HostCommand translatePin(String zpk, byte[] block, String format, String toFormat, String pan) {
        String tpk = set.pin().sysForm();
        String account = HostCommands.account(pan);
        return set.sm4()
                ? HostCommands.translatePinFromSm4(tpk, zpk, block, format, toFormat, account)
                : HostCommands.translatePinFromTerminal(tpk, zpk, block, format, toFormat, account);
    }

    @Override
    public String macKey() {
        return "the MAC key has the check value " + set.mac().checkValue();
    }

    private MacForm form(MacForm ofTheLine) {
        return set.sm4() ? MacForm.SM4 : ofTheLine;
    }
}
