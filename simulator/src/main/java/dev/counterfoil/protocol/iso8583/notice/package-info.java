/**
 * What a device tells its host about itself: that its case was opened, that it is withdrawn. It knows numbers and tags;
 * it must not know what either end makes of them.
 */
@NullMarked
package dev.counterfoil.protocol.iso8583.notice;

import org.jspecify.annotations.NullMarked;
