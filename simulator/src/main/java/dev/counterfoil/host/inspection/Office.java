package dev.counterfoil.host.inspection;

import dev.counterfoil.host.ManagerCard;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the desk that takes inspections needs of the other desks of its host. */
public interface Office {
    /** The manager card with a number, or null. */
    @Nullable
    ManagerCard card(String number);

    /** Counts a failed proof of the card with a number, then goes on. */
    void proofFailed(String number, Runnable then);

    /** Master key of the manager cards under the LMK. */
    String cardMaster();

    /** Has the HSM do something for a terminal, by its estate name. */
    void ask(String terminal, HostCommand command, Consumer<HsmReply> then);

    /** Whether the terminal with this F41 may work. */
    boolean inService(String terminalId);

    /** The terminal's name in the estate; empty when the table does not hold it. */
    String nameOf(String terminalId);

    /** Whether there is something to settle in the terminal's batch. */
    boolean moneyIn(String terminalId);

    /** Closes the entry of a terminal that is not there any more, unless that is done. */
    void withdraw(String terminalId, Runnable then);

    /** All inspections. */
    InspectionRegister register();

    /** Work orders of this host. */
    WorkOrders orders();
}
