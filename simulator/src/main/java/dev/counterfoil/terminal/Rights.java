package dev.counterfoil.terminal;

import static dev.counterfoil.terminal.Role.ADMINISTRATOR;
import static dev.counterfoil.terminal.Role.CASHIER;
import static dev.counterfoil.terminal.TerminalState.FROZEN;
import static dev.counterfoil.terminal.TerminalState.LOADED;
import static dev.counterfoil.terminal.TerminalState.LOCKED;
import static dev.counterfoil.terminal.TerminalState.SETTLED;
import static dev.counterfoil.terminal.TerminalState.SIGNED_IN;
import static dev.counterfoil.terminal.TerminalState.SIGNED_OFF;
import static dev.counterfoil.terminal.TerminalState.UNLOADED;
import static java.util.Map.entry;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.guard.Lock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may start what, and in which state.
 *
 * <p>What brings keys or programs is open to every role because it asks for the administrator's password itself when
 * somebody else is logged in; a void asks for the supervisor's in the same way.
 */
final class Rights {
    private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> TRADERS = EnumSet.of(CASHIER);
    private static final Set<TerminalState> ALWAYS = EnumSet.allOf(TerminalState.class);

    /** What an exhausted reversal blocks; settlement and sign-off are how an operator has it sent once more. */
    private static final Set<Task> BLOCKED = EnumSet.of(Task.SALE, Task.VOID, Task.BALANCE);

    /** What leads out of the lock that other numbers bring. */
    private static final Set<Task> UNLOCKS = EnumSet.of(Task.PARAMETERS, Task.KEY_DOWNLOAD);

    private static final Set<TerminalState> AT_WORK = EnumSet.of(UNLOADED, LOADED, SIGNED_IN, SIGNED_OFF, SETTLED);
    private static final Set<TerminalState> OR_FROZEN =
            EnumSet.of(UNLOADED, LOADED, SIGNED_IN, SIGNED_OFF, SETTLED, FROZEN);

    private record Rule(Set<Role> roles, Set<TerminalState> states) {}

    // spotless:off
    private static final Map<Task, Rule> TABLE = new EnumMap<>(Map.ofEntries(
        entry(Task.LOG_IN, new Rule(ANYBODY, ALWAYS)),
        entry(Task.DECOMMISSION, new Rule(ANYBODY, EnumSet.of(SIGNED_IN))),
        entry(Task.PARAMETERS, new Rule(EnumSet.of(ADMINISTRATOR), AT_WORK)),
        entry(Task.POWER_ON, new Rule(ANYBODY, ALWAYS)),
        entry(Task.CHECK_PAD, new Rule(ANYBODY, ALWAYS)),
        entry(Task.TAMPER_REPORT, new Rule(ANYBODY, ALWAYS)),
        entry(Task.RE_ACTIVATE, new Rule(ANYBODY, OR_FROZEN)),
        entry(Task.INSPECTION, new Rule(ANYBODY, OR_FROZEN)),
        entry(Task.KEY_DOWNLOAD, new Rule(ANYBODY, AT_WORK)),
        entry(Task.ONLINE_DOWNLOAD, new Rule(ANYBODY, AT_WORK)),
        entry(Task.KEY_INJECTION, new Rule(ANYBODY, AT_WORK)),
        entry(Task.KEY_COMPONENTS, new Rule(ANYBODY, AT_WORK)),
        entry(Task.LOAD_PROGRAMS, new Rule(ANYBODY, ALWAYS)),
        entry(Task.SIGN_IN, new Rule(TRADERS, EnumSet.of(LOADED, SIGNED_IN, SIGNED_OFF, SETTLED))),
        entry(Task.SIGN_OFF, new Rule(TRADERS, EnumSet.of(SIGNED_IN))),
        entry(Task.SALE, new Rule(TRADERS, EnumSet.of(SIGNED_IN))),
        entry(Task.VOID, new Rule(TRADERS, EnumSet.of(SIGNED_IN))),
        entry(Task.BALANCE, new Rule(TRADERS, EnumSet.of(SIGNED_IN))),
        entry(Task.SETTLEMENT, new Rule(TRADERS, EnumSet.of(SIGNED_IN)))));
    // spotless:on

    /** Why something is not done. */
    record Refusal(Text text, String cause) {}

    private Rights() {}

    /** Null when it may be done. */
    static @Nullable Refusal refusal(Task kind, @Nullable String operator, Memory memory, TerminalPolicies policies) {
        Rule rule = TABLE.get(kind);
        if (rule == null
                || (rule.roles != ANYBODY && (operator == null || !rule.roles.contains(Role.ofOperator(operator))))) {
            return new Refusal(Text.NOT_ALLOWED, "");
        }
        if (kind == Task.VOID && policies.flag("voidWithoutJournal")) {
            return null;
        }
        if (UNLOCKS.contains(kind) && memory.settings().lock() == Lock.NUMBERS_CHANGED) {
            return null;
        }
        if (!rule.states.contains(memory.state())) {
            return inState(memory);
        }
        return BLOCKED.contains(kind) && blocked(memory, policies) ? new Refusal(Text.REVERSAL_OPEN, "") : null;
    }

    /** Whether a reversal has had its tries, and the terminal may not simply go on. */
    private static boolean blocked(Memory memory, TerminalPolicies policies) {
        Reversal open = memory.reversal();
        return open != null
                && open.tries() >= policies.number("reversalTries")
                && policies.text("afterLastTry").equals("block");
    }

    private static Refusal inState(Memory memory) {
        return switch (memory.state()) {
            case UNLOADED ->
                switch (memory.masterKey().status()) {
                    case LOST, EXHAUSTED ->
                        new Refusal(
                                Text.MASTER_KEY_ERROR,
                                memory.masterKey().status().name());
                    default -> new Refusal(Text.KEY_NOT_LOADED, "");
                };
            case FROZEN -> new Refusal(Text.MASTER_KEY_ERROR, "FROZEN");
            case LOCKED -> new Refusal(Text.LOCKED, memory.settings().lock().cause());
            default -> new Refusal(Text.SIGN_IN_FIRST, "");
        };
    }
}
