package kz.esep.render;

import java.util.SortedSet;
import java.util.TreeSet;

/// What a document says, and what its template looked at to say it.
///
/// @param content names all that it says and shows: the same name, the same document; empty where
///   it speaks of the issue itself
/// @param asked the entries of the model that its template asked for, by name: from others it
///   cannot follow
public record Said(String content, SortedSet<String> asked) {

    /// What a document says that speaks of the issue itself.
    public static final Said OF_THE_ISSUE = new Said("", new TreeSet<>());

    public Said {
        asked = new TreeSet<>(asked);
    }
}
