package dev.counterfoil.verb.ref;

/**
 * A PIN pad.
 *
 * @param name its own name ({@code P2}) or that of the terminal it belongs to ({@code T1})
 */
public record PadRef(String name) implements Device {
    /** Reads {@code the pad of T1}, {@code pad P2} or their Chinese forms. */
    public static PadRef parse(String text) {
        return new PadRef(text.replaceAll("the pad of |pad |的?密码键盘", ""));
    }

    /** Whether it is named by its terminal. */
    public boolean byTerminal() {
        return name.startsWith("T");
    }

    @Override
    public String english() {
        return byTerminal() ? "the pad of " + name : "pad " + name;
    }

    @Override
    public String chinese() {
        return byTerminal() ? name + "的密码键盘" : "密码键盘" + name;
    }
}
