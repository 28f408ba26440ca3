package dev.counterfoil.wire;

/** What a device's mailbox takes: its own commands and the signals of its wires. */
public interface DeviceMessage {}
