package kz.esep.settings;

import kz.esep.findings.Place;

/// Where a setting's value comes from.
public sealed interface Origin {

    /// Nobody set it.
    record BuiltIn() implements Origin {}

    /// A line of a file.
    record Line(Place place) implements Origin {}

    /// An environment variable.
    record Variable(String name) implements Origin {}
}
