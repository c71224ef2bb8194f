/// XHTML and CSS become a tagged PDF that a screen reader can read and an archive can keep:
/// PDF/UA-1 and PDF/A-2a in one file. Flying Saucer lays the pages out, OpenPDF writes them; this
/// room adds what both leave out. It knows nothing of the program around it and can be taken
/// elsewhere.
///
/// ```java
/// TaggedPdf writer = new TaggedPdf(name -> Optional.of(Files.newInputStream(folder.resolve(name))));
/// int pages = writer.write(xhtml, date, out);
/// ```
///
/// `TaggedPdfManualTest` is the manual: a short document, and what each part of it becomes.
///
/// # How it works
///
/// 1. [Characters] looks at every text before layout: what the main fonts lack is given to the
///    fallback font, what no font has is refused. OpenPDF would leave it out without a word.
/// 2. Flying Saucer lays the pages out. [WholeWords] tells where lines may end, [Heads] keeps
///    headings, captions and the heads of tables with what they stand above.
/// 3. [StructureTree] is built from the XHTML, in its order, before a page is painted, with a place
///    ([Slot]) for every text and picture: painting order is not reading order.
/// 4. [TaggedDevice] paints. Whatever is painted has an owner, a place in the tree or decoration; a
///    marked-content sequence opens and closes where the owner changes. Page headers, ruled lines
///    and the heads of tables after their first page are decoration, so that they are read once.
/// 5. [UpdateSection] adds the tree to the finished file, as an editor would add to it: OpenPDF is
///    slow where there are thousands of small objects.
/// 6. [Conformance] and [Xmp] say what the file is; [Links] ties each link to its place.
///
/// # Limits
///
/// - What Flying Saucer knows of CSS: 2.1 and paged media; no flex, grid, or hyphenation.
/// - SVG is the subset that charts need ([SvgDrawing]); pictures are painted after a page's words,
///   though they are read in their place.
/// - Built-in list markers are decoration: use `list-style: none` and a counter for those that
///   count.
/// - Cells are told by `scope`, not by `headers`; a cell with `rowspan` in a `thead` loses its
///   background on later pages.
/// - Left-to-right scripts that need no shaping; the fonts are Liberation and DejaVu Sans.
///
/// # How to drop it
///
/// The day Flying Saucer tags by itself: keep the tests, put its renderer into [TaggedPdf], and
/// delete the rest class by class while they still pass. They compare words, order, headings,
/// tables, pictures and links with the XHTML, and ask veraPDF.
@org.jspecify.annotations.NullMarked
package kz.esep.render.tagged;
