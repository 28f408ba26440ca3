package dev.counterfoil.terminal;

import dev.counterfoil.protocol.iso8583.Dialect;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the estate says of a terminal.
 *
 * @param name in the estate, such as {@code T1}
 * @param recipes the stages of each kind; what is missing is not offered
 * @param clock the terminal's own, in the estate's zone
 */
public record Setup(
        String name,
        Identity identity,
        TerminalPolicies policies,
        Dialect dialect,
        Map<Task, List<Supplier<Stage>>> recipes,
        Supplier<LocalDateTime> clock) {}
