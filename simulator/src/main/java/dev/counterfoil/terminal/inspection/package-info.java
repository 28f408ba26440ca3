/**
 * The inspection of a terminal by an operation manager, embodiment 3 of CN105978856A, stage by stage.
 *
 * <p>What is typed is a {@link dev.counterfoil.terminal.inspection.Draft}; what is to be sent stands in the {@link
 * dev.counterfoil.terminal.inspection.Outbox} before the line is opened, so that neither a silent host nor a power cut
 * loses it. The package knows the pad and the messages; it must not know what the host makes of a report.
 */
@NullMarked
package dev.counterfoil.terminal.inspection;

import org.jspecify.annotations.NullMarked;
