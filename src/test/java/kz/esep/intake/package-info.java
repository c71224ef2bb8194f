/// How words, dates and numbers of agencies are read.
@org.jspecify.annotations.NullMarked
package kz.esep.intake;
