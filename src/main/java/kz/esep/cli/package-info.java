/// The door for people: commands, and outcomes as words and exit codes.
@org.jspecify.annotations.NullMarked
package kz.esep.cli;
