/// Planted violations of the doors: proof that the doors' test can fail.
@org.jspecify.annotations.NullMarked
package kz.esep.planted.render;
