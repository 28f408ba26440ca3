/**
 * What steps look at of inspections: the register of the host, the notes of the service desk, the reports that wait.
 *
 * <p>It reads the trace of a {@link dev.counterfoil.stage.Stage}; it must not know how an inspection is done.
 */
@NullMarked
package dev.counterfoil.stage.inspection;

import org.jspecify.annotations.NullMarked;
