/**
 * What brings a master key over serial lines: the loader's PC with its programs, and the mother POS between it and the
 * child.
 *
 * <p>{@link dev.counterfoil.loading.LoaderProgram} and {@link dev.counterfoil.loading.MotherDecisions} decide, the
 * actors beside them act. What goes wrong in practice (other system, missing program, wrong date, wrong port, crossed
 * plugs) is a policy of {@link dev.counterfoil.loading.LoadingPolicies}. The package knows orders and answers of the
 * injection cables and keys that it is given; it knows no terminal and no pad.
 */
@NullMarked
package dev.counterfoil.loading;

import org.jspecify.annotations.NullMarked;
