/**
 * What guards a terminal: its case, its pad's place, who may set it and with which password. It knows what a terminal
 * remembers and what its pad answers; it must not know how a wire, a host or a person brings that about.
 */
@NullMarked
package dev.counterfoil.terminal.guard;

import org.jspecify.annotations.NullMarked;
