/// Forms written, filled in, spoilt and read back.
@org.jspecify.annotations.NullMarked
package kz.esep.intake.xlsx;
