package kz.esep.intake.xlsx;

/// How much a received file may ask of us. A form has some 20 KB, 20 parts and 3,000 cells.
///
/// Read from `input/limits.yaml` by [LimitsFile]; [#FORM] holds where it says nothing.
///
/// @param file MiB of the whole file
/// @param parts zip entries
/// @param part MiB of one part, unpacked
/// @param unpacked MiB of all parts, unpacked
/// @param density unpacked to packed bytes, of parts above 1 MiB
/// @param depth elements of XML within each other
/// @param sheets sheets of a workbook
/// @param rows physical rows of all sheets, blank ones too
/// @param filledRows rows of all sheets in which something stands
/// @param columns the last column in which something may stand
/// @param cells cells of all sheets, blank ones too
/// @param text letters of one cell
/// @param texts different texts
/// @param formula letters of one formula
/// @param nesting brackets of a formula within each other
/// @param styles cell styles
/// @param records merged areas, checks, column widths of all sheets
/// @param seconds for everything that is done with the file
/// @param memory MiB that may be kept of the file while it is read
public record Limits(
        int file,
        int parts,
        int part,
        int unpacked,
        int density,
        int depth,
        int sheets,
        int rows,
        int filledRows,
        int columns,
        int cells,
        int text,
        int texts,
        int formula,
        int nesting,
        int styles,
        int records,
        int seconds,
        int memory) {

    static final int MEBIBYTE = 1 << 20;

    /// Fits every honest form.
    public static final Limits FORM =
            new Limits(
                    5, 200, 32, 48, 150, 64, 20, 100_000, 5_000, 256, 200_000, 32_767, 50_000,
                    8_192, 64, 20_000, 5_000, 8, 24);
}
