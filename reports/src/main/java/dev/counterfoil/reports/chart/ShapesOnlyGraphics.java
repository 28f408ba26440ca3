package dev.counterfoil.reports.chart;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of {@link Graphics2D} that a chart of shapes does not need: pixels and texts are not drawn. */
abstract class ShapesOnlyGraphics extends Graphics2D {
    @Override
    public Graphics create() {
        return this;
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw new UnsupportedOperationException("a chart on a page has no device");
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        throw new UnsupportedOperationException("the page sets its own letters");
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        throw new UnsupportedOperationException("the page sets its own letters");
    }

    @Override
    public Color getColor() {
        return Color.BLACK;
    }

    @Override
    public Color getBackground() {
        return Color.WHITE;
    }

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key hintKey) {
        return null;
    }

    @Override
    public void draw(Shape s) {}

    @Override
    public boolean drawImage(Image img, AffineTransform xform, ImageObserver obs) {
        return true;
    }

    @Override
    public void drawImage(BufferedImage img, BufferedImageOp op, int x, int y) {}

    @Override
    public void drawRenderedImage(RenderedImage img, AffineTransform xform) {}

    @Override
    public void drawRenderableImage(RenderableImage img, AffineTransform xform) {}

    @Override
    public void drawString(String str, int x, int y) {}

    @Override
    public void drawString(String str, float x, float y) {}

    @Override
    public void drawString(AttributedCharacterIterator iterator, int x, int y) {}

    @Override
    public void drawString(AttributedCharacterIterator iterator, float x, float y) {}

    @Override
    public void drawGlyphVector(GlyphVector g, float x, float y) {}

    @Override
    public boolean hit(Rectangle rect, Shape s, boolean onStroke) {
        return false;
    }

    @Override
    public void setComposite(Composite comp) {}

    @Override
    public void setRenderingHint(RenderingHints.Key hintKey, Object hintValue) {}

    @Override
    public void setRenderingHints(Map<?, ?> hints) {}

    @Override
    public void addRenderingHints(Map<?, ?> hints) {}

    @Override
    public void rotate(double theta) {}

    @Override
    public void rotate(double theta, double x, double y) {}

    @Override
    public void scale(double sx, double sy) {}

    @Override
    public void shear(double shx, double shy) {}

    @Override
    public void setBackground(Color color) {}

    @Override
    public void setColor(Color c) {}

    @Override
    public void setPaintMode() {}

    @Override
    public void setXORMode(Color c1) {}

    @Override
    public void setFont(Font font) {}

    @Override
    public void clipRect(int x, int y, int width, int height) {}

    @Override
    public void setClip(int x, int y, int width, int height) {}

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {}

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {}

    @Override
    public void fillRect(int x, int y, int width, int height) {}

    @Override
    public void clearRect(int x, int y, int width, int height) {}

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {}

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {}

    @Override
    public void drawOval(int x, int y, int width, int height) {}

    @Override
    public void fillOval(int x, int y, int width, int height) {}

    @Override
    public void drawArc(int x, int y, int width, int height, int startAngle, int arcAngle) {}

    @Override
    public void fillArc(int x, int y, int width, int height, int startAngle, int arcAngle) {}

    @Override
    public void drawPolyline(int[] xPoints, int[] yPoints, int nPoints) {}

    @Override
    public void drawPolygon(int[] xPoints, int[] yPoints, int nPoints) {}

    @Override
    public void fillPolygon(int[] xPoints, int[] yPoints, int nPoints) {}

    @Override
    public boolean drawImage(Image img, int x, int y, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image img, int x, int y, int width, int height, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image img, int x, int y, Color bgcolor, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image img, int x, int y, int width, int height, Color bgcolor, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image img, int dx1, int dy1, int dx2, int dy2, int sx1, int sy1, int sx2, int sy2, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(
            Image img,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            Color bgcolor,
            ImageObserver observer) {
        return true;
    }

    @Override
    public void translate(int x, int y) {}

    @Override
    public void dispose() {}
}
