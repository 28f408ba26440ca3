/**
 * Public keys under which a random key travels, and the private keys that open it: RSA as PKCS #1 has it, and SM2 of
 * GB/T 32918.4 with the cipher text in the order C1, C3, C2.
 *
 * <p>The primitives are Bouncy Castle's. Every random number comes from the caller's {@link
 * dev.counterfoil.crypto.NonceSource}, so equal seeds give equal cipher texts. Private keys do not print. The package
 * knows no message, no device and no certificate: whether a public key is somebody's is for others to say.
 */
@NullMarked
package dev.counterfoil.crypto.asymmetric;

import org.jspecify.annotations.NullMarked;
