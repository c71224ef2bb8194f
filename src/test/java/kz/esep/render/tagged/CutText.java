package kz.esep.render.tagged;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// What of a PDF's text is cut off on paper, though all of it is in the file, and is heard: what
/// goes beyond the area that is painted on, to the left or the right.
public final class CutText extends PDFGraphicsStreamEngine {
    /// Points; the box of a letter is wider than what is painted of it.
    private static final double SMALL = 0.3;

    private static final int NOTHING = -1;

    private final List<String> cut = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();
    private final StringBuilder text = new StringBuilder();
    private int clipping = NOTHING;
    private double left;
    private double right;

    private CutText(PDPage page) throws IOException {
        super(page);
        processPage(page);
    }

    /// The texts by page: `page 2: Measure`.
    public static List<String> in(byte[] pdf) throws IOException {
        List<String> cut = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int number = 0;
            for (PDPage page : document.getPages()) {
                number++;
                for (String text : new CutText(page).cut) {
                    cut.add("page %d: %s".formatted(number, text));
                }
            }
        }
        return cut;
    }

    @Override
    public void showTextString(byte[] string) throws IOException {
        text.setLength(0);
        left = Double.POSITIVE_INFINITY;
        right = Double.NEGATIVE_INFINITY;
        super.showTextString(string);
        Rectangle2D shown = getGraphicsState().getCurrentClippingPath().getBounds2D();
        if (left < shown.getMinX() - SMALL || right > shown.getMaxX() + SMALL) {
            cut.add(text.toString());
        }
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector advance)
            throws IOException {
        String letter = font.toUnicode(code);
        text.append(letter);
        if (!letter.isBlank()) {
            double from = place.getTranslateX();
            left = Math.min(left, from);
            right = Math.max(right, from + advance.getX() * place.getScalingFactorX());
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        moveTo((float) p0.getX(), (float) p0.getY());
        lineTo((float) p1.getX(), (float) p1.getY());
        lineTo((float) p2.getX(), (float) p2.getY());
        lineTo((float) p3.getX(), (float) p3.getY());
        closePath();
    }

    @Override
    public void clip(int windingRule) {
        clipping = windingRule;
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        if (clipping != NOTHING) {
            path.setWindingRule(clipping);
            getGraphicsState().intersectClippingPath(path);
            clipping = NOTHING;
        }
        path.reset();
    }

    @Override
    public void strokePath() {
        endPath();
    }

    @Override
    public void fillPath(int windingRule) {
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        endPath();
    }

    @Override
    public void drawImage(PDImage image) {
        // shows no text
    }

    @Override
    public void shadingFill(COSName name) {
        // shows no text
    }
}
