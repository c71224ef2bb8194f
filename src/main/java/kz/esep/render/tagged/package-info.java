/// XHTML and CSS become a tagged PDF that a screen reader can read and an archive can keep:
/// PDF/UA-1 and PDF/A-2a in one file.
///
/// Flying Saucer lays the pages out, OpenPDF writes them; this room adds what both leave out: the
/// structure tree, marked content, metadata, embedded fonts for every character, vector charts from
/// inline SVG. It knows nothing of the program around it and can be taken elsewhere, or dropped the
/// day Flying Saucer tags by itself.
@org.jspecify.annotations.NullMarked
package kz.esep.render.tagged;
