package dev.counterfoil.codec;

/**
 * Bytes or text that do not follow their format: the one exception that every parser of the simulator throws.
 *
 * <p>The message never holds a field's value beyond the few characters that a parser chooses to show as found.
 */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final int offset;
    private final String expected;
    private final String found;

    /**
     * A fault at one place.
     *
     * @param path what was being read, such as {@code F35} or {@code F55.9F26}
     * @param offset bytes (characters, for text) from the start of the input, 0 or more
     * @param expected what the format wants there
     * @param found what stands there, without secrets
     */
    public Malformed(String path, int offset, String expected, String found) {
        super(path + " at offset " + offset + ": expected " + expected + ", found " + found);
        this.path = path;
        this.offset = offset;
        this.expected = expected;
        this.found = found;
    }

    public String path() {
        return path;
    }

    public int offset() {
        return offset;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }

    /** The same fault seen from an enclosing structure: {@code outer.path}, {@code offset} bytes further in. */
    public Malformed within(String outer, int outerOffset) {
        Malformed moved = new Malformed(outer + "." + path, outerOffset + offset, expected, found);
        moved.initCause(this);
        return moved;
    }
}
