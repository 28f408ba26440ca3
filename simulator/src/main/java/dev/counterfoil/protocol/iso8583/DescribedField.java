package dev.counterfoil.protocol.iso8583;

import java.util.List;

/**
 * One line of a described frame.
 *
 * @param path {@code length}, {@code TPDU}, {@code header.4}, {@code MTI}, {@code bitmap}, {@code F39}, {@code F60.3}
 * @param nameEn English name
 * @param nameZh Chinese name
 * @param value as text, masked unless it was asked for in clear
 * @param meaningEn what the value stands for where a table says so, else empty
 * @param meaningZh the same in Chinese
 * @param offset bytes from the start of the frame; of a length prefix when there is one
 * @param lengthBytes bytes in the frame, a length prefix included
 * @param departures each way in which the frame leaves the dialect here; usually empty
 */
public record DescribedField(
        String path,
        String nameEn,
        String nameZh,
        String value,
        String meaningEn,
        String meaningZh,
        int offset,
        int lengthBytes,
        List<String> departures) {}
