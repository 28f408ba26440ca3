package dev.counterfoil.host.inspection;

import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import java.time.LocalDateTime;

/**
 * An inspection as the host keeps it.
 *
 * @param number 8 digits, the next of the host
 * @param terminalId F41, 8 characters
 * @param message batch and trace number of the message that brought it, 12 digits
 * @param at when it came, by the host's clock
 */
public record Inspection(String number, String terminalId, String message, LocalDateTime at, InspectionReport report) {}
