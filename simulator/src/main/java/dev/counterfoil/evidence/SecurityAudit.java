package dev.counterfoil.evidence;

import dev.counterfoil.terminal.Role;
import dev.counterfoil.terminal.TerminalEvents.LoggedIn;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks over a fleet for administrators and supervisors who still use the password of delivery. */
public final class SecurityAudit {
    private SecurityAudit() {}

    /** The terminals at which the latest log-in of either of them was with such a password. */
    public static Set<String> factoryPasswords(Evidence evidence) {
        Map<String, Set<String>> operators = new TreeMap<>();
        for (Seen<LoggedIn> seen : evidence.of(LoggedIn.class)) {
            String operator = seen.event().operator();
            Set<String> listed = operators.computeIfAbsent(seen.actor(), terminal -> new TreeSet<>());
            if (Role.ofOperator(operator) != Role.CASHIER && seen.event().fromFactory()) {
                listed.add(operator);
            } else {
                listed.remove(operator);
            }
        }
        operators.values().removeIf(Set::isEmpty);
        return operators.keySet();
    }
}
