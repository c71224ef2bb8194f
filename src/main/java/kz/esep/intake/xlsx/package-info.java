/// Workbooks as files: writes the form, and turns what agencies send into plain cells; the only
/// place that knows POI for input.
@org.jspecify.annotations.NullMarked
package kz.esep.intake.xlsx;
