package dev.counterfoil.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.terminal.TerminalEvents.LoggedIn;
import dev.counterfoil.trace.Trace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SecurityAuditTest {
    private final Trace trace = new Trace(() -> 0);
    private final Evidence evidence = new Evidence(Dialect.named("unionpay-pos"), Dialect.named("iso87-binary"));

    @BeforeEach
    void listen() {
        trace.listen(evidence);
    }

    @Test
    void the_latest_log_in_of_each_operator_counts() {
        trace.emit("T1", new LoggedIn("99", true));
        trace.emit("T1", new LoggedIn("00", true));
        trace.emit("T2", new LoggedIn("00", false));
        assertThat(SecurityAudit.factoryPasswords(evidence)).containsExactly("T1");

        trace.emit("T1", new LoggedIn("99", false));
        assertThat(SecurityAudit.factoryPasswords(evidence)).containsExactly("T1");

        trace.emit("T1", new LoggedIn("00", false));
        assertThat(SecurityAudit.factoryPasswords(evidence)).isEmpty();
    }

    @Test
    void a_cashier_is_not_looked_at() {
        trace.emit("T1", new LoggedIn("01", true));
        assertThat(SecurityAudit.factoryPasswords(evidence)).isEmpty();
    }
}
