package dev.counterfoil.reports.chart;

import java.awt.Color;
import java.awt.Paint;

/** What a shape of a chart is, as a paint that JFreeChart can carry and as the class the page colours. */
enum Ink {
    /** A distribution. */
    DISTRIBUTION("hi", 1),
    /** The main part of a bar. */
    FIRST("c1", 2),
    /** The second part of a bar, paler. */
    SECOND("c2", 3),
    /** Failures, and nothing else. */
    FAILED("c3", 4);

    private final String style;
    private final Color colour;

    Ink(String style, int number) {
        this.style = style;
        this.colour = new Color(number);
    }

    /** The paint that stands for this ink inside JFreeChart; its colour is a number and is never seen. */
    Paint paint() {
        return colour;
    }

    /** The class of a shape with this paint; empty for what is not ours and is not drawn. */
    static String style(Paint paint) {
        for (Ink ink : values()) {
            if (ink.paint().equals(paint)) {
                return ink.style;
            }
        }
        return "";
    }
}
