package dev.counterfoil.store;

/** What a device or the host keeps; the name of a write, and so of a crash point. */
public enum RecordKind {
    REVERSAL,
    TRANSACTION,
    MASTER_KEY,
    WORKING_KEYS,
    BATCH_NUMBER,
    TRACE_NUMBER,
    SETTLEMENT_STATE,
    LEDGER_ENTRY,
    TERMINAL_ENTRY,
    DOWNLOAD_PERMIT,
    MANAGER_CARD,
    PAD_LOCK,
    PROGRAMS,
    SEAL,
    DEVICE,
    INSPECTION
}
