package kz.esep.intake;

/// Row conservation: every physical row of a file ends as accepted, refused or explained-ignored.
///
/// @param seen physical rows in all sheets read
/// @param accepted rows that became claims
/// @param refused rows with a mistake, each with a finding
/// @param ignored headers, blank and untouched rows, instructions
public record RowCounts(int seen, int accepted, int refused, int ignored) {

    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    public boolean close() {
        return seen == accepted + refused + ignored;
    }
}
