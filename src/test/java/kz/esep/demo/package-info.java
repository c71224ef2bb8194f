/// The demonstration: what agencies might have sent for two quarters, made from the forms
/// themselves.
///
/// The tables in `src/test/resources/demo` hold what is said; the code only fills it in.
@org.jspecify.annotations.NullMarked
package kz.esep.demo;
