package dev.counterfoil.reports.chart;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is filled with an {@link Ink} as an SVG path of its class and ignores everything else: frames,
 * backgrounds and outlines of JFreeChart never reach the page. Texts are not drawn at all.
 */
final class SvgGraphics extends ShapesOnlyGraphics {
    private final Html html;
    private final Map<String, StringBuilder> paths = new LinkedHashMap<>();
    private Paint paint = Color.BLACK;
    private Stroke stroke = new BasicStroke();
    private AffineTransform transform = new AffineTransform();
    private @Nullable Shape clip;

    SvgGraphics(Html html) {
        this.html = html;
    }

    @Override
    public void fill(Shape shape) {
        String style = Ink.style(paint);
        if (!style.isEmpty()
                && shape.getBounds2D().getWidth() > 0
                && shape.getBounds2D().getHeight() > 0) {
            append(shape, paths.computeIfAbsent(style, s -> new StringBuilder()));
        }
    }

    /** Writes a path for each ink that was used, in order of first use. */
    void finish() {
        paths.forEach((style, path) -> html.empty("path", "class", style, "d", path.toString()));
    }

    private void append(Shape shape, StringBuilder path) {
        double[] at = new double[6];
        String x = "";
        String y = "";
        for (PathIterator i = shape.getPathIterator(transform); !i.isDone(); i.next()) {
            int segment = i.currentSegment(at);
            String toX = Words.at(at[0]);
            String toY = Words.at(at[1]);
            switch (segment) {
                case PathIterator.SEG_MOVETO ->
                    path.append('M').append(toX).append(' ').append(toY);
                case PathIterator.SEG_LINETO -> line(path, x, y, toX, toY);
                case PathIterator.SEG_CLOSE -> path.append('z');
                default -> throw new IllegalStateException("a chart of ours has straight lines only");
            }
            x = toX;
            y = toY;
        }
    }

    private static void line(StringBuilder path, String x, String y, String toX, String toY) {
        if (toY.equals(y)) {
            path.append(toX.equals(x) ? "" : "H" + toX);
        } else {
            path.append(toX.equals(x) ? "V" + toY : "L" + toX + " " + toY);
        }
    }

    @Override
    public void setPaint(Paint newPaint) {
        paint = newPaint;
    }

    @Override
    public Paint getPaint() {
        return paint;
    }

    @Override
    public void setStroke(Stroke newStroke) {
        stroke = newStroke;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void setTransform(AffineTransform newTransform) {
        transform = new AffineTransform(newTransform);
    }

    @Override
    public void transform(AffineTransform more) {
        transform.concatenate(more);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public @Nullable Shape getClip() {
        return clip;
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        clip = shape;
    }

    @Override
    public void clip(@Nullable Shape shape) {
        clip = shape;
    }

    @Override
    public Rectangle getClipBounds() {
        return clip == null ? new Rectangle() : clip.getBounds();
    }

    @Override
    public RenderingHints getRenderingHints() {
        return new RenderingHints(Map.of());
    }

    @Override
    public Font getFont() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    }

    @Override
    public @Nullable Composite getComposite() {
        return null;
    }
}
