/**
 * Keys, ciphers and the payment layer above them: check values, message authentication codes, PIN blocks, encrypted
 * tracks, working-key fields, PIN verification values and card key diversification.
 *
 * <p>The block ciphers are Bouncy Castle's; what stands above them has no permissive library and is held by published
 * vectors. A key prints its kind and its check value and nothing else. The witness knows keyed hashes of the world's
 * secrets and finds them in bytes that cross a wire, a store, a log or a report. This package knows {@code codec} only:
 * no actors, no files, no clock, no message formats and no randomness of its own; a caller hands in what is random.
 *
 * <p>Sources of the formats: ISO 9564-1 (PIN blocks), ISO/IEC 9797-1 and NIST SP 800-38B (MACs), ANSI X9.9 and X9.19,
 * the UnionPay POS terminal specification as its public descriptions print it (F52, F53, F62, F64, TDB2 and TDB3),
 * PBOC 2.0/3.0 (diversification), Visa PVV.
 */
package dev.counterfoil.crypto;
