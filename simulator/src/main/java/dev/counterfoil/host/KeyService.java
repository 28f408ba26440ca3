package dev.counterfoil.host;

import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.host.TerminalEntry.MasterKey;
import dev.counterfoil.host.TerminalEntry.WorkingKey;
import dev.counterfoil.host.TerminalEntry.WorkingKeySet;
import dev.counterfoil.host.keys.KeySerial;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HsmDialogue;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import java.util.List;
import java.util.function.Consumer;

/** The host's way to its HSM, and its word to the trace of what keys it holds. */
final class KeyService {
    static final String MASTER = "master key";
    static final List<String> WORKING = List.of("PIN key", "MAC key", "track key");

    private final Effects effects;
    private final HsmDialogue dialogue;
    private final HostConfig.Keys keys;

    KeyService(Effects effects, HsmDialogue dialogue, HostConfig.Keys keys) {
        this.effects = effects;
        this.dialogue = dialogue;
        this.keys = keys;
    }

    HostConfig.Keys keys() {
        return keys;
    }

    /**
     * Has the HSM do something.
     *
     * @param terminal estate name of the terminal that it is for, or empty
     */
    void ask(String terminal, HostCommand command, Consumer<HsmReply> then) {
        effects.emit(new HostEvents.HsmAsked(terminal, command.command()));
        dialogue.ask(command, then);
    }

    /** Tells the trace what keys of a terminal the host holds. */
    void tellAll(TerminalEntry terminal) {
        if (terminal.pending().present()) {
            tell(terminal, terminal.pending(), "PENDING", "stored");
        } else {
            tell(terminal, terminal.masterKey(), "ACTIVE", "stored");
        }
        tell(terminal, terminal.workingKeys(), "ACTIVE", "stored");
    }

    /** The pending key has taken the place of the one before, whose working keys went with it. */
    void tellSwitch(TerminalEntry before, TerminalEntry now, String reason) {
        if (before.masterKey().present()) {
            tell(now, before.masterKey(), "REVOKED", "new master key");
        }
        tell(now, before.pending(), "ACTIVE", reason);
        if (before.signedIn()) {
            tell(now, before.workingKeys(), "REVOKED", "new master key");
        }
    }

    void tell(TerminalEntry terminal, MasterKey key, String state, String reason) {
        tell(terminal, MASTER, key.present() ? state : "EMPTY", key.checkValue(), key.underLmk(), reason);
    }

    void tell(TerminalEntry terminal, WorkingKeySet set, String state, String reason) {
        List<WorkingKey> each = List.of(set.pin(), set.mac(), set.track());
        for (int i = 0; i < each.size(); i++) {
            WorkingKey key = each.get(i);
            String now = key.present() ? state : "EMPTY";
            tell(terminal, WORKING.get(i), now, key.checkValue(), key.sysForm(), reason);
        }
    }

    /** All that a terminal had is revoked, but for its MAC key. */
    void tellWithdrawn(TerminalEntry before, String reason) {
        WorkingKeySet set = before.workingKeys();
        if (before.masterKey().present()) {
            tell(before, before.masterKey(), "REVOKED", reason);
        }
        if (before.signedIn()) {
            tell(
                    before,
                    WORKING.get(0),
                    "REVOKED",
                    set.pin().checkValue(),
                    set.pin().sysForm(),
                    reason);
        }
        if (set.track().present()) {
            tell(
                    before,
                    WORKING.get(2),
                    "REVOKED",
                    set.track().checkValue(),
                    set.track().sysForm(),
                    reason);
        }
    }

    /** Of keys per transaction the host holds what they are derived from. */
    void tell(TerminalEntry terminal, KeySerial serial, String reason) {
        tell(terminal, "base derivation key", "ACTIVE", serial.checkValue(), serial.bdk(), reason);
    }

    /** What the factory wrote into a terminal's key chip is in the table. */
    void tellDevice(TerminalEntry terminal, String deviceId, MasterKey chipKey) {
        String reason = "provisioned";
        effects.emit(new KeyLife(terminal.name(), "device id", "ACTIVE", "", KeyForm.fingerprint(deviceId), reason));
        tell(terminal, "chip key", "ACTIVE", chipKey.checkValue(), chipKey.underLmk(), reason);
    }

    private void tell(
            TerminalEntry terminal, String key, String state, String checkValue, String cryptogram, String reason) {
        String print = cryptogram.isEmpty() ? "" : KeyForm.fingerprint(cryptogram);
        effects.emit(new KeyLife(terminal.name(), key, state, checkValue, print, reason));
    }
}
