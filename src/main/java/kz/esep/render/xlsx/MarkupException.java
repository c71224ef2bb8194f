package kz.esep.render.xlsx;

/// A mistake in workbook markup: the message begins with the template and line.
public final class MarkupException extends RuntimeException {

    MarkupException(String place, String mistake) {
        super(place + ": " + mistake);
    }

    MarkupException(String place, String mistake, Throwable cause) {
        super(place + ": " + mistake, cause);
    }
}
