package dev.counterfoil.host;

import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.host.TerminalEntry.Delivery;
import dev.counterfoil.host.TerminalEntry.MasterKey;
import dev.counterfoil.host.TerminalEntry.WorkingKeySet;
import dev.counterfoil.host.download.OnlineDesk;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One message of a known terminal that wants a master key. */
record DownloadCall(Visit visit, Books books, KeyService keys, Answers answers, HostPolicies policies)
        implements OnlineDesk.OnlineCall {
    String terminalId() {
        return visit.terminalId();
    }

    byte @Nullable [] value(int tag) {
        return KeyDownload.value(visit.request(), tag);
    }

    String text(int tag) {
        byte[] value = value(tag);
        return value == null ? "" : new String(value, StandardCharsets.US_ASCII);
    }

    @Override
    public IsoMessage request() {
        return visit.request();
    }

    @Override
    public TerminalEntry terminal() {
        return Objects.requireNonNull(books.stored(visit.terminalId()));
    }

    @Override
    public @Nullable KeyAlgorithm algorithm() {
        return policies.onlineAlgorithm();
    }

    @Override
    public boolean hardened() {
        return policies.downloadMode().bound();
    }

    @Override
    public boolean permitted() {
        return books.permits(terminal());
    }

    @Override
    public @Nullable String chipKey(String deviceId) {
        return books.chipKey(deviceId, terminal().name());
    }

    @Override
    public void ask(HostCommand command, Consumer<HsmReply> then) {
        keys.ask(terminal().name(), command, then);
    }

    /** Without waiting for the terminal where the policy does not. */
    @Override
    public void hold(MasterKey key, Delivery delivery, Runnable then) {
        TerminalEntry terminal = terminal().awaiting(key, delivery);
        books.put(terminal, () -> {
            keys.tell(terminal, key, "PENDING", "delivered");
            if (policies.confirmBeforeSwitch()) {
                then.run();
            } else {
                activate("delivered", then);
            }
        });
    }

    @Override
    public void activate(Runnable then) {
        activate("confirmed", then);
    }

    private void activate(String reason, Runnable then) {
        TerminalEntry before = terminal();
        TerminalEntry now = before.with(before.pending()).with(WorkingKeySet.NONE);
        books.put(now, () -> {
            keys.tellSwitch(before, now, reason);
            then.run();
        });
    }

    @Override
    public void closeOrder(Runnable then) {
        books.downloaded(terminal(), then);
    }

    @Override
    public IsoMessage.Builder approval() {
        return answers.to(visit).set(39, Answers.APPROVED);
    }

    @Override
    public void send(IsoMessage answer) {
        answers.send(visit, answer);
    }

    @Override
    public void decline(String code, String why) {
        answers.decline(visit, code, why);
    }
}
