package dev.counterfoil.estate;

import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.host.TerminalEntry;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmAnswer;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.store.MemoryStore;

/** Makes a message's MAC anew, in the host's HSM, beside everything that the scenario does with it. */
final class MacJudge {
    private static final String HEADER = "JDGE";
    private static final int TERMINAL_ID = 41;
    private static final int MAC = 64;

    private final World world;

    MacJudge(World world) {
        this.world = world;
    }

    boolean good(WireMessage message) {
        IsoMessage iso = message.iso();
        Dialect dialect = message.dialect();
        if (iso == null || dialect == null || !dialect.macks() || !iso.has(MAC) || !iso.has(TERMINAL_ID)) {
            return false;
        }
        MemoryStore store = world.storeOf("host");
        byte[] record = store.read(TerminalEntry.KIND, iso.text(TERMINAL_ID));
        if (record == null) {
            return false;
        }
        TerminalEntry entry = TerminalEntry.decode(record);
        HostCommand ask = HostCommands.generateUnionPayMac(
                entry.workingKeys().mac().sysForm(),
                MacForm.valueOf(dialect.setting("mac.algorithm")),
                dialect.macInput(message.bytes()));
        byte[] answer = world.backOffice().keys().engine().execute(ask.frame(HEADER));
        HsmAnswer made = HsmAnswer.parse(answer, HEADER.length());
        return made.ok() && made.fields(ask).text("mac").equals(iso.text(MAC));
    }
}
