package kz.esep.agency;

/// Who has the mandate for a measure.
///
/// @param assumed no source states the succession that led to this agency
public record Mandate(Agency agency, boolean assumed) {}
