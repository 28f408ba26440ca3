/**
 * The keys under which a terminal's messages come and are answered: those of its sign-in, or those of one DUKPT
 * transaction. It makes the HSM's commands from them and says whether a key serial number is accepted; it sends
 * nothing, writes nothing and knows no clear key.
 */
@NullMarked
package dev.counterfoil.host.keys;

import org.jspecify.annotations.NullMarked;
