package kz.esep.intake.xlsx;

import kz.esep.intake.Grid;

/// A workbook as it was read.
///
/// @param refersOutside it names other files or addresses, which nobody follows
record Cells(Grid grid, boolean refersOutside) {}
