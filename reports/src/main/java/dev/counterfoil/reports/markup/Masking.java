package dev.counterfoil.reports.markup;

import dev.counterfoil.reports.model.DecodedField;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.WireMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides the middle of card numbers: the first six and the last four digits stay (6+4). The trace is masked where
 * it is made; this is the last line of defence in front of the reader. It knows the shapes of the cards that the
 * run has already masked (first six, how many hidden, last four), and finds those in text, BCD and ASCII hex; what
 * merely looks like a card number, or follows one as the rest of a track, is hidden too.
 */
public final class Masking {
    /** Stands for one hidden hex digit. */
    public static final char HIDDEN = '·';

    private static final int SHORTEST = 13;
    private static final Pattern SHAPE = Pattern.compile("(\\d{4} ?\\d{2})([*· ]{3,14})(\\d{4})(?!\\d)");
    private static final Pattern LIKE_A_CARD =
            Pattern.compile("(?<![0-9A-Fa-f.])([2-69]\\d{3}(?:[ -]?\\d){9,15})([D=][0-9]+[0-9?;=]*)?(?![0-9A-Ca-f])");

    private final List<Pattern> texts = new ArrayList<>();
    private final List<Pattern> asciiHex = new ArrayList<>();

    private Masking(Set<String> shapes) {
        for (String shape : shapes) {
            String head = shape.substring(0, 6);
            String tail = shape.substring(shape.length() - 4);
            int hidden = shape.length() - 10;
            texts.add(Pattern.compile("(" + head + ")(\\d{" + hidden + "})(" + tail + ")([D=][0-9]+)?"));
            asciiHex.add(Pattern.compile(
                    "(" + ascii(head) + ")((?:3\\d){" + hidden + "})(" + ascii(tail) + ")((?:44|3D)(?:3\\d)+)?"));
        }
    }

    /** A masking that knows no shape and hides only what looks like a card number. */
    public static Masking unaware() {
        return new Masking(Set.of());
    }

    /** A masking that knows every card number that occurs, masked, in the run's messages. */
    public static Masking of(RunReport run) {
        Set<String> shapes = new TreeSet<>();
        run.scenarios().stream().flatMap(s -> s.recording().messages().stream()).forEach(m -> collect(m, shapes));
        return new Masking(shapes);
    }

    private static void collect(WireMessage message, Set<String> shapes) {
        collect(message.meaning(), shapes);
        for (DecodedField field : message.fields()) {
            collect(field.value(), shapes);
        }
    }

    private static void collect(String text, Set<String> shapes) {
        Matcher matcher = SHAPE.matcher(text);
        while (matcher.find()) {
            String shape = matcher.group().replace(" ", "").replace(HIDDEN, '*');
            if (shape.length() >= 13 && shape.length() <= 19) {
                shapes.add(shape);
            }
        }
    }

    /** The text with card numbers cut to 6+4 and what follows them on a track hidden. */
    public String text(String text) {
        if (!hasDigits(text)) {
            return text;
        }
        String masked = text;
        for (Pattern pattern : texts) {
            masked = pattern.matcher(masked).replaceAll(m -> hide(m, '*', 1));
        }
        for (Pattern pattern : asciiHex) {
            masked = pattern.matcher(masked).replaceAll(m -> hide(m, HIDDEN, 2));
        }
        return LIKE_A_CARD.matcher(masked).replaceAll(Masking::hideIfCard);
    }

    /** Whether a text has digits enough for a card number. */
    private static boolean hasDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < SHORTEST; i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return digits == SHORTEST;
    }

    /**
     * Bytes as hex with card numbers hidden, in BCD and in ASCII.
     *
     * @param hex hex digits, upper case, without spaces; {@link #HIDDEN} digits stay as they are
     * @return as many characters, {@link #HIDDEN} for each digit hidden
     */
    public String hex(String hex) {
        String masked = hex;
        for (Pattern pattern : texts) {
            masked = pattern.matcher(masked).replaceAll(m -> hide(m, HIDDEN, 1));
        }
        for (Pattern pattern : asciiHex) {
            masked = pattern.matcher(masked).replaceAll(m -> hide(m, HIDDEN, 2));
        }
        return hideCounted(masked);
    }

    /**
     * Hides the columns of an XOR fold that hidden digits of its blocks would be worked out from.
     *
     * @param fold the folded block, hex
     * @param blocks the masked blocks that were folded, each as long as the fold
     */
    public static String fold(String fold, List<String> blocks) {
        StringBuilder masked = new StringBuilder(fold);
        for (String block : blocks) {
            for (int i = 0; i < Math.min(block.length(), masked.length()); i++) {
                if (block.charAt(i) == HIDDEN) {
                    masked.setCharAt(i, HIDDEN);
                }
            }
        }
        return masked.toString();
    }

    /**
     * Hides the bytes of X, the second input of the UnionPay MAC, that would give hidden columns of the fold back:
     * X is a known block folded with the hex text of the fold's last four bytes, one byte for each digit.
     *
     * @param x X, 16 hex digits
     * @param maskedFold the fold as it is shown, 16 hex digits
     */
    public static String second(String x, String maskedFold) {
        StringBuilder masked = new StringBuilder(x);
        for (int digit = 8; digit < Math.min(16, maskedFold.length()); digit++) {
            int at = (digit - 8) * 2;
            if (maskedFold.charAt(digit) == HIDDEN && at + 1 < masked.length()) {
                masked.setCharAt(at, HIDDEN);
                masked.setCharAt(at + 1, HIDDEN);
            }
        }
        return masked.toString();
    }

    /** A card number, digits only, cut to 6+4. */
    public static String card(String digits) {
        int hidden = Math.max(0, digits.length() - 10);
        return digits.substring(0, 6) + "*".repeat(hidden) + digits.substring(6 + hidden);
    }

    private static String hide(MatchResult match, char with, int keepFirstOfTrack) {
        String track = match.group(4);
        String rest = track == null
                ? ""
                : track.substring(0, keepFirstOfTrack) + String.valueOf(with).repeat(track.length() - keepFirstOfTrack);
        return match.group(1) + String.valueOf(with).repeat(match.group(2).length()) + match.group(3) + rest;
    }

    private static String hideIfCard(MatchResult match) {
        String digits = match.group(1).replace(" ", "").replace("-", "");
        boolean certain = match.group(2) != null || (digits.length() >= 16 && digits.charAt(0) >= '3');
        if (digits.length() > 19 || (!certain && !luhn(digits))) {
            return Matcher.quoteReplacement(match.group());
        }
        String track = match.group(2);
        return card(digits) + (track == null ? "" : track.charAt(0) + "*".repeat(track.length() - 1));
    }

    /** Hides what stands as F2 does: a length of 13 to 19 in BCD, on a byte, and that many digits that check. */
    private static String hideCounted(String hex) {
        StringBuilder masked = new StringBuilder(hex);
        for (int at = 0; at + 15 <= hex.length(); at += 2) {
            int length = hex.charAt(at) == '1' ? 10 + Character.digit(hex.charAt(at + 1), 10) : 0;
            int from = at + 2;
            if (length >= 13 && from + length <= hex.length()) {
                String digits = hex.substring(from, from + length);
                if (digits.matches("[3-69]\\d+") && luhn(digits)) {
                    masked.replace(from, from + length, card(digits).replace('*', HIDDEN));
                }
            }
        }
        return masked.toString();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static String ascii(String digits) {
        StringBuilder hex = new StringBuilder();
        digits.chars().forEach(c -> hex.append('3').append((char) c));
        return hex.toString();
    }
}
