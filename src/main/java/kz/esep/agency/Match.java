package kz.esep.agency;

/// What a written name of an agency means.
public sealed interface Match {

    /// One of the agency's own spellings, but for case, blanks, quotation marks, dashes and ё.
    record Exact(Agency agency) implements Match {}

    /// It only looks like a spelling of the agency: Latin letters among Cyrillic ones, or Kazakh
    /// letters typed as Russian ones.
    record LookAlike(Agency agency) implements Match {}

    /// No agency, or more than one.
    record None() implements Match {}
}
