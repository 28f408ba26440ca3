package dev.counterfoil.reports.svg;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import java.util.HexFormat;

/**
 * A guilloche drawn from the 32 bytes of a digest and nothing else: rings of turned ellipses. Ten bytes shape each
 * of the three outer rings (how many, how flat, turned how far, and seven swellings); the last two shape the centre.
 */
public final class Rosette {
    private static final int[] RADIUS = {57, 40, 24};
    private static final int BYTES_PER_RING = 10;

    private Rosette() {}

    /** Draws the rosette of a digest of 64 hex digits. */
    public static void draw(Html html, String digestHex) {
        byte[] digest = HexFormat.of().parseHex(digestHex);
        html.open("svg", "class", "ros", "viewBox", "0 0 120 120", "role", "img");
        html.raw("<title>Rosette drawn from the digest: equal digests draw equal rosettes</title>");
        for (int ring = 0; ring < RADIUS.length; ring++) {
            html.empty("path", "d", ring(digest, ring * BYTES_PER_RING, RADIUS[ring]));
        }
        html.empty("path", "d", centre(digest[30] & 0xFF, digest[31] & 0xFF));
        html.close();
    }

    private static String ring(byte[] digest, int from, int radius) {
        int ellipses = 10 + (digest[from] & 0xFF) % 9;
        int flat = radius / 3 + (digest[from + 1] & 0xFF) % (radius / 3);
        double turned = (digest[from + 2] & 0xFF) * 360.0 / 256;
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < ellipses; i++) {
            int swelling = (digest[from + 3 + i % 7] & 0xFF) % 7;
            ellipse(path, radius, flat + swelling, turned + i * 180.0 / ellipses);
        }
        return path.toString();
    }

    private static String centre(int count, int flat) {
        int ellipses = 4 + count % 5;
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < ellipses; i++) {
            ellipse(path, 11, 2 + flat % 7, i * 180.0 / ellipses);
        }
        return path.toString();
    }

    private static void ellipse(StringBuilder path, int rx, int ry, double degrees) {
        double angle = StrictMath.toRadians(degrees);
        double dx = rx * StrictMath.cos(angle);
        double dy = rx * StrictMath.sin(angle);
        String turned = Words.at(degrees % 180);
        String here = Words.at(60 - dx) + " " + Words.at(60 - dy);
        String there = Words.at(60 + dx) + " " + Words.at(60 + dy);
        String arc = "A" + rx + " " + ry + " " + turned + " 1 0 ";
        path.append('M').append(here).append(arc).append(there).append(arc).append(here);
    }
}
