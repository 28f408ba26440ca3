package dev.counterfoil.host.inspection;

import dev.counterfoil.host.ManagerCard;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.trace.TraceEvent;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the desk that takes inspections needs of its host. */
public interface Office {
    /** The manager card with a number, or null. */
    @Nullable
    ManagerCard card(String number);

    /** Counts a failed proof of a card, then goes on. */
    void proofFailed(ManagerCard card, Runnable then);

    /** Master key of the manager cards under the LMK. */
    String cardMaster();

    /** Has the HSM do something for a terminal, by its estate name. */
    void ask(String terminal, HostCommand command, Consumer<HsmReply> then);

    /** Writes a record and goes on when the store has acknowledged it. */
    void write(RecordKind kind, String name, byte[] record, Runnable then);

    void emit(TraceEvent event);

    /** Runs {@code then} after this time, unless the alarm of this key is set anew before. */
    void alarm(String key, long nanos, Runnable then);

    /** Whether the terminal with this F41 may work. */
    boolean inService(String terminalId);

    /** Closes the entry of a terminal that is not there any more. */
    void withdraw(String terminalId);

    /** Work orders of this host. */
    WorkOrders orders();

    /** Date and time of the host's clock. */
    LocalDateTime now();
}
