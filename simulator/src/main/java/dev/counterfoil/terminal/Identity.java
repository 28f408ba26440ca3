package dev.counterfoil.terminal;

/**
 * Who a terminal is.
 *
 * @param terminalId F41, 8 characters
 * @param merchantId F42, 15 characters
 * @param merchantName as printed on slips
 * @param serialNumber of the hardware, 1 to 20 characters
 * @param certificate number of the type approval, 4 characters
 * @param tpdu 10 digits: id, destination, origin
 * @param header 12 digits
 */
public record Identity(
        String terminalId,
        String merchantId,
        String merchantName,
        String serialNumber,
        String certificate,
        String tpdu,
        String header) {
    /** The same machine under other numbers; an empty one stays as it is. */
    Identity as(String terminal, String merchant) {
        return new Identity(
                terminal.isEmpty() ? terminalId : terminal,
                merchant.isEmpty() ? merchantId : merchant,
                merchantName,
                serialNumber,
                certificate,
                tpdu,
                header);
    }
}
