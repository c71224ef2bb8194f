/// The self-contained image: Esep with its own Java, for a machine that has none.
@org.jspecify.annotations.NullMarked
package kz.esep.image;
