package dev.counterfoil.estate;

import dev.counterfoil.crypto.UnionPayMac;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.host.TerminalEntry;
import dev.counterfoil.host.TerminalEntry.WorkingKeySet;
import dev.counterfoil.host.keys.KeySerial;
import dev.counterfoil.host.keys.LineKeys;
import dev.counterfoil.host.keys.SignInKeys;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HsmAnswer;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.keys.KeyFields;
import org.jspecify.annotations.Nullable;

/** Makes a message's MAC anew, in the host's HSM, beside everything that the scenario does with it. */
public final class MacJudge {
    private static final String HEADER = "JDGE";
    private static final int TERMINAL_ID = 41;
    private static final int MAC = 64;

    private final World world;

    MacJudge(World world) {
        this.world = world;
    }

    /** Whether a message carries the MAC that its terminal's MAC key of now makes. */
    public boolean good(WireMessage message) {
        IsoMessage iso = message.iso();
        Dialect dialect = message.dialect();
        if (iso == null || dialect == null || !dialect.macks() || !iso.has(MAC) || !iso.has(TERMINAL_ID)) {
            return false;
        }
        MacForm form = MacForm.valueOf(dialect.setting("mac.algorithm"));
        byte[] covered = dialect.macInput(message.bytes());
        KeySerial serial = serialOf(iso.text(TERMINAL_ID));
        if (serial != null) {
            return goodUnderDukpt(serial, KeyFields.ksn(dialect, iso), form, covered, iso);
        }
        WorkingKeySet keys = keysOf(iso.text(TERMINAL_ID));
        return keys != null && made(new SignInKeys(keys).makeMac(form, covered), iso);
    }

    /** A request says under which KSN it is; an answer is taken to be under the last that was used. */
    private boolean goodUnderDukpt(
            KeySerial serial, @Nullable String ksn, MacForm form, byte[] covered, IsoMessage iso) {
        LineKeys keys = serial.keys(ksn == null ? serial.last().toString() : ksn);
        if (keys == null) {
            return false;
        }
        return ksn == null
                ? made(keys.makeMac(form, covered), iso)
                : answer(keys.verifyMac(form, covered, iso.bytes(MAC))).ok();
    }

    private boolean made(HostCommand ask, IsoMessage iso) {
        HsmAnswer made = answer(ask);
        return made.ok() && made.fields(ask).text("mac").equals(iso.text(MAC));
    }

    private HsmAnswer answer(HostCommand ask) {
        byte[] answer = world.backOffice().keys().engine().execute(ask.frame(HEADER));
        return HsmAnswer.parse(answer, HEADER.length());
    }

    private @Nullable KeySerial serialOf(String terminalId) {
        byte[] record = world.storeOf("host").read(KeySerial.KIND, terminalId);
        return record == null ? null : KeySerial.decode(record);
    }

    /**
     * The steps of a frame's MAC under the key of that check value; null where the terminal has another by now, or the
     * MAC is not UnionPay's.
     */
    public UnionPayMac.@Nullable Working explain(WireMessage message, byte[] frame, String checkValue) {
        IsoMessage iso = message.iso();
        Dialect dialect = message.dialect();
        WorkingKeySet keys = iso == null || !iso.has(TERMINAL_ID) ? null : keysOf(iso.text(TERMINAL_ID));
        return keys == null
                        || dialect == null
                        || !dialect.setting("mac.algorithm").equals("UNIONPAY_ECB")
                ? null
                : world.backOffice()
                        .keys()
                        .engine()
                        .explainMac(keys.mac().sysForm(), keys.sm4(), checkValue, dialect.macInput(frame));
    }

    /** A terminal's working keys; null where the host knows neither terminal nor keys. */
    private @Nullable WorkingKeySet keysOf(String terminalId) {
        byte[] record = world.storeOf("host").read(TerminalEntry.KIND, terminalId);
        TerminalEntry entry = record == null ? null : TerminalEntry.decode(record);
        return entry == null || !entry.signedIn() ? null : entry.workingKeys();
    }
}
