/// How the program is set up here: one validated record per concern, read from files and the
/// environment, each value with where it comes from.
@org.jspecify.annotations.NullMarked
package kz.esep.settings;
