package dev.counterfoil.protocol.panel;

/** Kinds of paper that a terminal prints. */
public enum Slip {
    /** What was bought, before payment. */
    SHOPPING_SLIP,
    MERCHANT_COPY,
    CARDHOLDER_COPY,
    TOTAL_SLIP,
    REVERSAL_NOTICE,
    DUPLICATE,
    INSPECTION_SLIP
}
