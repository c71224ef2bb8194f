/// The markup's engine, read back by POI and by LibreOffice.
@org.jspecify.annotations.NullMarked
package kz.esep.render.xlsx;
