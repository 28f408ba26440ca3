package dev.counterfoil.host.keys;

import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.hostcommand.TrackForm;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import org.jspecify.annotations.Nullable;

/** What the host asks its HSM for one exchange with a terminal. */
public sealed interface LineKeys permits SignInKeys, TransactionKeys {
    /** Whether F64 of the request is right. */
    HostCommand verifyMac(MacForm form, byte[] covered, byte[] mac);

    /** F64 of the answer. */
    HostCommand makeMac(MacForm form, byte[] covered);

    /** Whether tracks come enciphered. */
    boolean encipherTracks();

    HostCommand decryptTrack(TrackForm form, String track);

    /** The PIN block of a request; null when it has none. */
    byte @Nullable [] pinBlock(Dialect dialect, IsoMessage request);

    /**
     * The PIN for the zone.
     *
     * @param format of a block of 8 bytes, as the HSM numbers it
     * @param pan 12 to 19 digits
     */
    HostCommand translatePin(String zpk, byte[] block, String format, String toFormat, String pan);

    /** Which MAC key it is, for the trace. */
    String macKey();
}
