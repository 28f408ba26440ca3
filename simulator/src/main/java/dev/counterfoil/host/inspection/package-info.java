/**
 * The desk that takes inspections: who may inspect what and when, what an inspection is worth, what it is numbered.
 *
 * <p>{@link dev.counterfoil.host.inspection.InspectionRegister} decides, without Akka, a store or a message; it knows
 * the registry of manager cards by {@link dev.counterfoil.host.ManagerCard}. It must not know how a request came.
 */
@NullMarked
package dev.counterfoil.host.inspection;

import org.jspecify.annotations.NullMarked;
