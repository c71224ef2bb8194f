package kz.esep.render.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/// The rows of a sheet that bear one name, `<row data="sections">`: a chart shows them. Streamed
/// rows are gone when the chart is made, so what they hold is kept here.
final class ChartRows {

    private final int first;
    private final List<Map<Integer, Value>> rows = new ArrayList<>();

    /// @param first row, from 0
    ChartRows(int first) {
        this.first = first;
    }

    void add(Tag row, int number) {
        if (number != first + rows.size()) {
            throw row.mistake(
                    "stands apart from the other rows of the data " + row.required("data"));
        }
        rows.add(new HashMap<>());
    }

    void put(int column, Value value) {
        rows.getLast().put(column, value);
    }

    /// @param column from 0
    String range(String sheet, int column) {
        return new CellRangeAddress(first, first + rows.size() - 1, column, column)
                .formatAsString(sheet, true);
    }

    String[] texts(Tag user, int column) {
        return rows.stream()
                .map(row ->
                        switch (row.getOrDefault(column, Value.EMPTY)) {
                            case Value.Text(String text, _) -> text;
                            case Value.Figure(var number) -> number.toPlainString();
                            case Value.Empty() -> "";
                            case Value.Percent _, Value.Day _, Value.Moment _ ->
                                    throw user.mistake(
                                            "takes its labels from texts or numbers, which column "
                                                    + (column + 1)
                                                    + " does not have");
                        })
                .toArray(String[]::new);
    }

    /// A cell without a value is no bar.
    Double[] numbers(Tag user, int column) {
        return rows.stream()
                .map(row ->
                        switch (row.getOrDefault(column, Value.EMPTY)) {
                            case Value.Figure(var number) -> number.doubleValue();
                            case Value.Percent(var percent) ->
                                    percent.movePointLeft(2).doubleValue();
                            case Value.Empty() -> 0.0;
                            case Value.Text _, Value.Day _, Value.Moment _ ->
                                    throw user.mistake(
                                            "shows numbers, which column "
                                                    + (column + 1)
                                                    + " does not have");
                        })
                .toArray(Double[]::new);
    }
}
