package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.codec.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a key block says of its key. The values are checked where a header is read or written; see {@link HeaderField}.
 *
 * @param version the form of the block
 * @param usage what the key is for, 2 characters
 * @param algorithm the cipher it is for, 1 character
 * @param modeOfUse what it may do, 1 character
 * @param keyVersion 2 characters, {@code 00} when there is none
 * @param exportability 1 character
 * @param context 2 characters: the key context and a 0; in a payShield block the number of the LMK
 * @param blocks the optional blocks but the padding, which {@link #encode} makes anew
 */
public record KeyBlockHeader(
        KeyBlockVersion version,
        String usage,
        String algorithm,
        String modeOfUse,
        String keyVersion,
        String exportability,
        String context,
        List<OptionalBlock> blocks) {
    private static final int LONGEST_CHARS = 9999;
    private static final int MOST_BLOCKS = 99;

    /** Copies the list. */
    public KeyBlockHeader {
        blocks = List.copyOf(blocks);
    }

    /**
     * A header as it was read.
     *
     * @param chars characters that it takes with its optional blocks
     */
    public record Parsed(KeyBlockHeader header, int chars) {}

    /** A header without optional blocks, {@code 00} for the key version and the context. */
    public static KeyBlockHeader of(
            KeyBlockVersion version, String usage, String algorithm, String modeOfUse, String exportability) {
        return new KeyBlockHeader(version, usage, algorithm, modeOfUse, "00", exportability, "00", List.of());
    }

    /**
     * The header at the start of the text; its length field is read and not held against the text.
     *
     * @throws Malformed naming the first bad field
     */
    public static Parsed parse(String text) {
        return new HeaderReader(text, false).header();
    }

    /** The same header with one more optional block. */
    public KeyBlockHeader with(OptionalBlock block) {
        List<OptionalBlock> more = new ArrayList<>(blocks);
        more.add(block);
        return new KeyBlockHeader(version, usage, algorithm, modeOfUse, keyVersion, exportability, context, more);
    }

    /** The data of an optional block. */
    public Optional<String> block(String id) {
        return blocks.stream()
                .filter(block -> block.id().equals(id))
                .map(OptionalBlock::data)
                .findFirst();
    }

    /**
     * The header in front of {@code behind} more characters, with a padding block where the optional ones need it.
     *
     * @throws Malformed naming the first field with a value that it may not have
     * @throws IllegalArgumentException when there are more than 99 optional blocks or 9999 characters
     */
    public String encode(int behind) {
        StringBuilder tail = new StringBuilder();
        blocks.forEach(block -> tail.append(block.encode()));
        int count = blocks.size();
        if (tail.length() % version.headerUnit() != 0) {
            tail.append(
                    OptionalBlock.padding(tail.length(), version.headerUnit()).encode());
            count++;
        }
        int length = HeaderField.HEADER_CHARS + tail.length() + behind;
        if (length > LONGEST_CHARS || count > MOST_BLOCKS) {
            throw new IllegalArgumentException(
                    "a key block of " + length + " characters and " + count + " optional blocks");
        }
        String text = String.format(Locale.ROOT, "%c%04d", version.id(), length)
                + usage
                + algorithm
                + modeOfUse
                + keyVersion
                + exportability
                + String.format(Locale.ROOT, "%02d", count)
                + context
                + tail;
        new HeaderReader(text, version.thales()).header();
        return text;
    }
}
