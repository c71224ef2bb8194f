package kz.esep.render.tagged;

import org.jspecify.annotations.Nullable;

/// What a tag holds, one after the other: other tags, and places for what is painted. Chained, for
/// most of the thousands of tags in a long report hold one thing.
abstract sealed class Kid permits Tag, Slot {
    @Nullable Kid next;
}
