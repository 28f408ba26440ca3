/**
 * Derived unique key per transaction: the initial key of a device, the key of any of its transactions as a host derives
 * it, and the device's own walk from key to key.
 *
 * <p>A key serial number (KSN) names device and transaction; whoever has the base derivation key (BDK) gets the key
 * from it, and a device that is opened gives none of its past keys. This package makes keys and uses the ciphers, PIN
 * blocks and codes of {@code crypto}; it knows no device, no message and no store, and draws nothing at random.
 *
 * <p>Sources: ANSI X9.24-1:2009 annex A, which is annex C of X9.24-3:2017 (TDES); ANSI X9.24-3:2017 clause 6 (AES).
 */
package dev.counterfoil.crypto.dukpt;
