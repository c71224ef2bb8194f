package kz.esep.intake.xlsx;

/// How much a received file may ask of us. A form has some 20 KB, 40 parts and 3,000 cells.
///
/// @param file bytes of the whole file
/// @param parts zip entries
/// @param part bytes of one part, unpacked
/// @param total bytes of all parts, unpacked
/// @param ratio unpacked to packed bytes, of parts above 1 MiB
/// @param milliseconds for the pre-flight of one file
public record Limits(
        long file,
        int parts,
        long part,
        long total,
        int ratio,
        int depth,
        int cells,
        int rows,
        int textLength,
        int formulaLength,
        int records,
        long milliseconds) {

    static final int MEBIBYTE = 1 << 20;

    /// Fits every honest form.
    public static final Limits FORM =
            new Limits(
                    5L * MEBIBYTE,
                    200,
                    24L * MEBIBYTE,
                    48L * MEBIBYTE,
                    150,
                    64,
                    200_000,
                    100_000,
                    32_767,
                    8_192,
                    5_000,
                    8_000);
}
