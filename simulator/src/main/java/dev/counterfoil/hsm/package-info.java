/**
 * The hardware security module behind a host: it keeps the LMK and is the only place where a clear key exists.
 *
 * <p>{@link dev.counterfoil.hsm.HsmEngine} answers host commands of the payShield family and this product's own
 * {@code U} commands; a personality says which model it behaves as. Keys enter and leave under the variant LMK or under
 * another key, PINs leave inside PIN blocks or under the LMK. The room knows the host command layouts, ciphers and PIN
 * blocks. It must not know who is asking, which terminal a key belongs to, or anything of ISO 8583.
 */
@NullMarked
package dev.counterfoil.hsm;

import org.jspecify.annotations.NullMarked;
