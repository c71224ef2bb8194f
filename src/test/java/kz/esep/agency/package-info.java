/// Mandates and spellings, by table.
@org.jspecify.annotations.NullMarked
package kz.esep.agency;
