package dev.counterfoil.adversary;

import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.asymmetric.Padding;
import dev.counterfoil.crypto.keyblock.SealedMasterKey;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The thief opens the transport key of an online download under a key of his own and passes it on under the host's. The
 * master key comes down under it to him and to the terminal; neither end has anything to complain of.
 */
final class ReadHeist implements Heist {
    /** He pads with whatever is at hand: nobody looks at it. */
    private static final byte PADDING = 0x5A;

    private @Nullable SwappedKey swapped;
    private @Nullable CipherKey transport;
    private @Nullable CipherKey master;

    @Override
    public boolean fromHost(IsoMessage answer, Reach reach) {
        SwappedKey brought = SwappedKey.of(answer);
        CipherKey under = transport;
        if (brought != null) {
            swapped = brought;
            reach.answerTerminal(brought.in(answer));
            return true;
        } else if (under != null && KeyDownload.step(answer).equals(OnlineDownload.TRANSPORT_KEY)) {
            OnlineDownload.Delivery delivery = OnlineDownload.delivery(answer, false);
            master = delivery == null ? null : SealedMasterKey.openPlain(under, delivery.key());
        }
        return false;
    }

    @Override
    public boolean fromTerminal(IsoMessage message, Reach reach) {
        String code = KeyDownload.step(message);
        SwappedKey mine = swapped;
        CipherKey read = master;
        if (mine != null && code.equals(OnlineDownload.TRANSPORT_KEY)) {
            return passOn(message, mine, reach);
        } else if (read != null && code.equals(OnlineDownload.STORED)) {
            reach.planted(read);
        }
        return false;
    }

    private boolean passOn(IsoMessage request, SwappedKey mine, Reach reach) {
        CipherKey opened = mine.transport(request);
        if (opened == null) {
            return false;
        }
        transport = opened;
        byte[] again = mine.host().encipher(Padding.PKCS1, opened.clear(), target -> Arrays.fill(target, PADDING));
        reach.askHost(Heist.with(request, Tlv.of(OnlineDownload.ENCIPHERED, again)));
        return true;
    }
}
