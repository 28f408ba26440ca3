package dev.counterfoil.host.download;

import dev.counterfoil.host.TerminalEntry;
import dev.counterfoil.host.TerminalEntry.Delivery;
import dev.counterfoil.host.TerminalEntry.MasterKey;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.util.function.Consumer;

/** One message of a terminal in service at a desk for master keys, and what the host does about it. */
public interface Call {
    IsoMessage request();

    /** As the table holds it now, which is not always as it was when the message came. */
    TerminalEntry terminal();

    void ask(HostCommand command, Consumer<HsmReply> then);

    /** Makes a new key pending. */
    void hold(MasterKey key, Delivery delivery, Runnable then);

    /** Puts the pending key in place. */
    void activate(Runnable then);

    /** The work order is done. */
    void closeOrder(Runnable then);

    /** An answer that approves. */
    IsoMessage.Builder approval();

    void send(IsoMessage answer);

    void decline(String code, String why);
}
