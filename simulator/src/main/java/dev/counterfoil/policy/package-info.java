/**
 * How somebody behaves where practice leaves a choice: named choices with their presets, as data.
 *
 * <p>A room that has choices keeps one literal table of {@link dev.counterfoil.policy.Policy} and reads its values from
 * a {@link dev.counterfoil.policy.Policies}. Names and values come from the estate; what is wrong is told with the
 * name, what is allowed and what it means. The package knows no room.
 */
@NullMarked
package dev.counterfoil.policy;

import org.jspecify.annotations.NullMarked;
