/**
 * The stages of trade: goods and amount, card, PIN, reversal record, exchange, conclusion; voids; settlement.
 *
 * <p>Nothing here is sent before the reversal record is written, and no tone says that money has moved before an
 * approval with a good MAC is in the journal. The package knows no keys and no downloads.
 */
package dev.counterfoil.terminal.trade;
