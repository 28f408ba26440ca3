package dev.counterfoil.protocol.hostcommand;

import dev.counterfoil.codec.Malformed;
import java.util.List;

/**
 * The fields of one command or answer in wire order; the same table reads and writes.
 *
 * <p>After the last field of a request, {@code %NN} may select an LMK and X'19' may begin a trailer of at most 32
 * bytes. They become the fields {@value #LMK} and {@value #TRAILER}.
 */
public final class Layout {
    /** The two digits of an LMK selection. */
    public static final String LMK = "lmk";

    /** The trailer that the HSM echoes. */
    public static final String TRAILER = "trailer";

    /** Ends the path of a fault that lies in a key's scheme letter. */
    static final String SCHEME = ".scheme";

    private static final Part LMK_TAIL =
            new Part.After('%', LMK, List.of(new Part.Fixed(LMK, Kind.DECIMAL, 2, HsmError.LMK_IDENTIFIER)));

    private final List<Part> parts;

    Layout(Part... parts) {
        this.parts = List.of(parts);
    }

    /**
     * The fields of a body.
     *
     * @throws Malformed naming the field; {@link #faultCode} tells the error code to answer with
     */
    public Fields read(String body, LayoutSettings settings) {
        return read(body, settings, new Fields());
    }

    /** As {@link #read(String, LayoutSettings)}, added to fields that the layout's conditions look at. */
    Fields read(String body, LayoutSettings settings, Fields fields) {
        Cursor in = new Cursor(body, settings);
        for (Part part : parts) {
            part.read(in, fields);
        }
        LMK_TAIL.read(in, fields);
        if (in.next(HostCommandFrame.TRAILER_MARK) && in.remaining() <= HostCommandFrame.LONGEST_TRAILER + 1) {
            fields.set(TRAILER, in.take(TRAILER, in.remaining()).substring(1));
        }
        if (!in.atEnd()) {
            throw in.fault("body", Cursor.END, in.remaining() + " characters more");
        }
        return fields;
    }

    /**
     * The body that holds these fields.
     *
     * @throws Malformed when a field does not fit its place
     * @throws IllegalArgumentException when a field is missing
     */
    public String write(Fields fields) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            part.write(fields, out);
        }
        LMK_TAIL.write(fields, out);
        if (fields.has(TRAILER)) {
            out.append(HostCommandFrame.TRAILER_MARK).append(fields.text(TRAILER));
        }
        return out.toString();
    }

    /** The 2-character error code that answers a fault in reading. */
    public String faultCode(Malformed fault) {
        if (fault.found().equals(Cursor.END)) {
            return HsmError.INVALID_INPUT;
        }
        if (fault.path().endsWith(SCHEME)) {
            return HsmError.KEY_SCHEME;
        }
        String own = Part.faultCode(parts, fault.path());
        if (own.isEmpty()) {
            own = LMK_TAIL.faultCode(fault.path());
        }
        return own.isEmpty() ? HsmError.INVALID_INPUT : own;
    }
}
