/// What a report says: sections, figures, reasons. No layout and no language.
@org.jspecify.annotations.NullMarked
package kz.esep.report;
