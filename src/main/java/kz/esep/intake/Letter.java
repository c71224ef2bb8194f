package kz.esep.intake;

import java.time.LocalDate;
import java.util.Optional;

/// What stands above the form's table: the outgoing letter, and who answers for what is said.
///
/// @param number the letter's, empty if not given
/// @param person name and post, empty if not given
/// @param phone telephone or mail, empty if not given
public record Letter(String number, Optional<LocalDate> date, String person, String phone) {

    public static final Letter NONE = new Letter("", Optional.empty(), "", "");

    /// A letter of which only the date is known.
    public static Letter dated(Optional<LocalDate> date) {
        return new Letter("", date, "", "");
    }
}
