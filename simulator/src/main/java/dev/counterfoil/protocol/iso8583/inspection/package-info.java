/**
 * What a terminal reports of an inspection: work content, equipment state and who was there.
 *
 * <p>Work content and equipment state are the 10 digits and 1 digit that a Chinese acquirer's field table gives to F65;
 * the tags around them are Counterfoil's own, as no public source gives the message. The package knows bytes and
 * digits; it knows no device and no registry.
 */
@NullMarked
package dev.counterfoil.protocol.iso8583.inspection;

import org.jspecify.annotations.NullMarked;
