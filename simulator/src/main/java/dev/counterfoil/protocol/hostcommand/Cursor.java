package dev.counterfoil.protocol.hostcommand;

import dev.counterfoil.codec.Malformed;

/** A place in the body that a layout is reading. */
final class Cursor {
    /** What {@link Malformed#found()} says where the message ends too early. */
    static final String END = "the end of the message";

    private final String body;
    private final LayoutSettings settings;
    private int at;

    /** Starts at the first character. */
    Cursor(String body, LayoutSettings settings) {
        this.body = body;
        this.settings = settings;
    }

    LayoutSettings settings() {
        return settings;
    }

    boolean atEnd() {
        return at == body.length();
    }

    int remaining() {
        return body.length() - at;
    }

    /** Whether the next character is {@code mark}. */
    boolean next(char mark) {
        return !atEnd() && body.charAt(at) == mark;
    }

    /** The next character without taking it. */
    char peek(String field) {
        return peek(field, 0);
    }

    /** The character {@code ahead} places on, without taking it. */
    char peek(String field, int ahead) {
        if (ahead >= remaining()) {
            throw fault(field, ahead + 1 + " characters", END);
        }
        return body.charAt(at + ahead);
    }

    /** The next {@code length} characters. */
    String take(String field, int length) {
        if (length > remaining()) {
            throw fault(field, length + " characters", END);
        }
        at += length;
        return body.substring(at - length, at);
    }

    /** How many characters from here on, at most {@code longest}, are of this kind. */
    int run(Kind kind, int longest) {
        int length = 0;
        while (length < longest && length < remaining() && kind.admits(body.charAt(at + length))) {
            length++;
        }
        return length;
    }

    Malformed fault(String field, String expected, String found) {
        return new Malformed(field, at, expected, found);
    }
}
