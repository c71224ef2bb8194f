/// Tests that look at the house as a whole.
@org.jspecify.annotations.NullMarked
package kz.esep;
