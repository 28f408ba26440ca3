package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a key block's header from left to right and stops at the first bad field. */
final class HeaderReader {
    private static final int SHOWN_CHARS = 12;

    private final String text;
    private final boolean thales;
    private int at = HeaderField.HEADER_CHARS;

    HeaderReader(String text, boolean thales) {
        this.text = text;
        this.thales = thales;
    }

    /** The header, whatever its length field says. */
    KeyBlockHeader.Parsed header() {
        KeyBlockVersion version = version();
        take(HeaderField.LENGTH);
        return behindLength(version);
    }

    /** The header of a block that is the whole text. */
    KeyBlockHeader.Parsed headerOfWhole() {
        KeyBlockVersion version = version();
        String length = take(HeaderField.LENGTH);
        if (Integer.parseInt(length) != text.length()) {
            throw bad(HeaderField.LENGTH, "the block's " + text.length() + " characters", length);
        }
        if (text.length() % version.lengthUnit() != 0) {
            throw bad(HeaderField.LENGTH, "a multiple of " + version.lengthUnit(), length);
        }
        KeyBlockHeader.Parsed parsed = behindLength(version);
        if (parsed.chars() % version.headerUnit() != 0) {
            throw new Malformed(
                    "key block.optional blocks",
                    HeaderField.HEADER_CHARS,
                    "a multiple of " + version.headerUnit() + " characters",
                    (parsed.chars() - HeaderField.HEADER_CHARS) + " characters");
        }
        return parsed;
    }

    private KeyBlockVersion version() {
        String id = take(HeaderField.VERSION);
        return KeyBlockVersion.of(id.charAt(0), thales)
                .orElseThrow(() -> bad(HeaderField.VERSION, KeyBlockVersion.ids(thales), id));
    }

    private KeyBlockHeader.Parsed behindLength(KeyBlockVersion version) {
        String usage = take(HeaderField.USAGE);
        String algorithm = take(HeaderField.ALGORITHM);
        String modeOfUse = take(HeaderField.MODE_OF_USE);
        String keyVersion = take(HeaderField.KEY_VERSION);
        String exportability = take(HeaderField.EXPORTABILITY);
        int count = Integer.parseInt(take(HeaderField.OPTIONAL_BLOCKS));
        String context = thales ? take(HeaderField.LMK) : take(HeaderField.CONTEXT) + take(HeaderField.RESERVED);
        List<OptionalBlock> blocks = optionalBlocks(count);
        KeyBlockHeader header =
                new KeyBlockHeader(version, usage, algorithm, modeOfUse, keyVersion, exportability, context, blocks);
        return new KeyBlockHeader.Parsed(header, at);
    }

    private String take(HeaderField field) {
        String value = text.substring(Math.min(field.offset(), text.length()), Math.min(field.end(), text.length()));
        if (value.length() < field.length()) {
            throw bad(field, field.length() + " characters", value.length() + " before the end");
        }
        if (!field.allows(value)) {
            throw bad(field, field.expected(), shown(value));
        }
        return value;
    }

    private List<OptionalBlock> optionalBlocks(int count) {
        List<OptionalBlock> blocks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 1; i <= count; i++) {
            int start = at;
            OptionalBlock block = optionalBlock(i);
            if (!ids.add(block.id())) {
                throw new Malformed(path(i, "id"), start, "each id once", block.id() + " again");
            }
            if (!block.id().equals(OptionalBlock.PADDING)) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private OptionalBlock optionalBlock(int number) {
        int start = at;
        String id = take(path(number, "id"), 2);
        if (!HeaderField.KEY_VERSION.allows(id)) {
            throw new Malformed(path(number, "id"), start, "two letters or digits", shown(id));
        }
        String path = path(number, id);
        int lengthAt = at;
        int length = hex(path + " length", 2);
        if (length == 0) {
            length = extendedLength(path);
        }
        int head = at - start;
        if (length < head) {
            throw new Malformed(
                    path + " length", lengthAt, "at least the " + head + " characters of the head", "" + length);
        }
        int dataAt = at;
        String data = take(path + " data", length - head);
        for (int i = 0; i < data.length(); i++) {
            if (data.charAt(i) < ' ' || data.charAt(i) > '~') {
                throw new Malformed(path + " data", dataAt + i, "printable ASCII", "character " + (int) data.charAt(i));
            }
        }
        return new OptionalBlock(id, data);
    }

    /**
     * The length of the length and the length itself, both in hex. X9.143 counts digits and always writes 04;
     * implementations of TR-31 count bytes, so that 04 leaves no doubt: no block needs eight digits.
     */
    private int extendedLength(String path) {
        int start = at;
        int digits = switch (hex(path + " length of length", 2)) {
            case 1 -> 2;
            case 2, 4 -> 4;
            default ->
                throw new Malformed(
                        path + " length of length", start, "01 or 02 bytes, or 04 digits", text.substring(start, at));
        };
        return hex(path + " length", digits);
    }

    private int hex(String path, int digits) {
        int start = at;
        String value = take(path, digits);
        for (int i = 0; i < digits; i++) {
            if (Hex.value(value.charAt(i)) < 0) {
                throw new Malformed(path, start, digits + " hex digits", shown(value));
            }
        }
        return Integer.parseInt(value, 16);
    }

    private String take(String path, int chars) {
        if (text.length() - at < chars) {
            throw new Malformed(path, at, chars + " characters", (text.length() - at) + " before the end");
        }
        at += chars;
        return text.substring(at - chars, at);
    }

    private static String path(int number, String what) {
        return "key block.optional block " + number + " " + what;
    }

    private static Malformed bad(HeaderField field, String expected, String found) {
        return new Malformed(field.path(), field.offset(), expected, found);
    }

    /** The characters as they are, those that do not print as points; a header holds no secrets. */
    private static String shown(String value) {
        String cut = value.length() > SHOWN_CHARS ? value.substring(0, SHOWN_CHARS) : value;
        return cut.replaceAll("[^ -~]", ".");
    }
}
