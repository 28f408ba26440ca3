package dev.counterfoil.host.keys;

import dev.counterfoil.host.TerminalEntry.WorkingKeySet;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.hostcommand.TrackForm;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import org.jspecify.annotations.Nullable;

/** The working keys of a terminal's last sign-in. */
public record SignInKeys(WorkingKeySet set) implements LineKeys {
    private static final int PIN_BLOCK = 52;

    @Override
    public HostCommand verifyMac(MacForm form, byte[] covered, byte[] mac) {
        return HostCommands.verifyUnionPayMac(set.mac().sysForm(), form, covered, mac);
    }

    @Override
    public HostCommand makeMac(MacForm form, byte[] covered) {
        return HostCommands.generateUnionPayMac(set.mac().sysForm(), form, covered);
    }

    @Override
    public boolean encipherTracks() {
        return set.track().present();
    }

    @Override
    public HostCommand decryptTrack(TrackForm form, String track) {
        return HostCommands.decryptTrack(set.track().sysForm(), form, track);
    }

    @Override
    public byte @Nullable [] pinBlock(Dialect dialect, IsoMessage request) {
        return request.has(PIN_BLOCK) ? request.bytes(PIN_BLOCK) : null;
    }

    @Override
    public HostCommand translatePin(String zpk, byte[] block, String format, String toFormat, String pan) {
        return HostCommands.translatePinFromTerminal(
                set.pin().sysForm(), zpk, block, format, toFormat, HostCommands.account(pan));
    }

    @Override
    public String macKey() {
        return "the MAC key has the check value " + set.mac().checkValue();
    }
}
