package kz.esep.findings;

/// Where a finding is: a file, and within it a sheet and a cell; the inner ones are empty where
/// they do not apply.
///
/// @param file relative to the inbox or the input folder, with `/`
/// @param sheet the sheet's name as the file has it
/// @param cell `F12`, or a line such as `12` in a text file
public record Place(String file, String sheet, String cell) {

    public static final Place NOWHERE = new Place("", "", "");

    public static Place file(String file) {
        return new Place(file, "", "");
    }

    public static Place line(String file, int line) {
        return new Place(file, "", Integer.toString(line));
    }

    public Place cell(String sheet, String cell) {
        return new Place(file, sheet, cell);
    }

    /// `mz/form.xlsx, Есеп!F12`, as short as what is known allows.
    @Override
    public String toString() {
        if (cell.isEmpty()) {
            return sheet.isEmpty() ? file : file + ", " + sheet;
        }
        return sheet.isEmpty() ? file + ":" + cell : file + ", " + sheet + "!" + cell;
    }
}
