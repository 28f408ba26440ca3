/**
 * What hands do to cases, batteries, plugs and pads in a running world, and where each pad is by now. It knows the
 * estate and its devices; it must not know what steps look like, nor check anything.
 */
@NullMarked
package dev.counterfoil.stage.hardware;

import org.jspecify.annotations.NullMarked;
