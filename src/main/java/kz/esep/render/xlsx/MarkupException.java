package kz.esep.render.xlsx;

/// A mistake in workbook markup: the message begins with the template and line.
public final class MarkupException extends RuntimeException {

    private final String place;
    private final String mistake;

    MarkupException(String place, String mistake) {
        super(place + ": " + mistake);
        this.place = place;
        this.mistake = mistake;
    }

    MarkupException(String place, String mistake, Throwable cause) {
        super(place + ": " + mistake, cause);
        this.place = place;
        this.mistake = mistake;
    }

    /// `xlsx/parts.ftlx, line 7, column 3`, or the line of the markup where no template is known.
    public String place() {
        return place;
    }

    public String mistake() {
        return mistake;
    }
}
