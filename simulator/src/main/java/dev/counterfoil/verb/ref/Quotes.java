package dev.counterfoil.verb.ref;

/** Quotation marks around a text, straight or Chinese. */
public final class Quotes {
    private Quotes() {}

    /** The text between its quotation marks. */
    public static String strip(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    /** The text in straight marks; in single ones if it holds a double one. */
    public static String english(String text) {
        return text.indexOf('"') < 0 ? '"' + text + '"' : "'" + text + "'";
    }

    /** The text in Chinese marks; in corner marks if it holds a closing one. */
    public static String chinese(String text) {
        return text.indexOf('”') < 0 ? '“' + text + '”' : '「' + text + '」';
    }
}
