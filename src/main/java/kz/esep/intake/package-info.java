/// A workbook becomes validated claims; one definition of the form serves writing and reading.
@org.jspecify.annotations.NullMarked
package kz.esep.intake;
