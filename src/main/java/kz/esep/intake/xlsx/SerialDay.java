package kz.esep.intake.xlsx;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import kz.esep.intake.Cell;
import org.apache.poi.ss.usermodel.DateUtil;

/// A number that is shown as a day.
final class SerialDay {

    private SerialDay() {}

    /// The day, without the time; the bare number where it is no day.
    static Cell.Content content(BigDecimal serial, boolean date1904) {
        LocalDateTime time =
                DateUtil.isValidExcelDate(serial.doubleValue())
                        ? DateUtil.getLocalDateTime(serial.doubleValue(), date1904)
                        : null;
        return time == null
                ? new Cell.Content.Figure(serial)
                : new Cell.Content.Day(time.toLocalDate());
    }
}
