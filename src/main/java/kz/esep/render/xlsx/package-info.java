/// A small markup for workbooks, streamed into XLSX: a template writes what a workbook says and how
/// it looks, no Java needed.
///
/// ```xml
/// <workbook title="…" subject="…" author="…" language="kk" created="2025-01-20T00:00:00Z"
///           font="Arial" size="10">
///   <style name="body" valign="top" wrap="true" border="all" border-colour="#C9D3D8"/>
///   <style name="figure" base="body" align="right" format="0.0"/>
///   <sheet name="Іс-шаралар" orientation="landscape" freeze-cols="2" tab-colour="#12505B">
///     <footer left="Есеп" right="Бет {page} / {pages}"/>
///     <col width="6"/> <col width="60" style="body"/> <col width="12" style="figure" repeat="3"/>
///     <row style="title" height="24"><cell colspan="5">Іс-шаралар</cell></row>
///     <row style="head" heading="true" filter="true"><cell>№</cell> …</row>
///     <row><cell type="number">1</cell><cell>…</cell><cell type="percent">88.5</cell></row>
///     <row data="by-section"><cell>1-бөлім</cell><cell type="number">12</cell></row>
///     <chart data="by-section" labels="1" title="…" description="…">
///       <series column="2" colour="#14603A">Орындалды</series>
///     </chart>
///   </sheet>
/// </workbook>
/// ```
///
/// | element | attributes (first those that must be there) |
/// |---|---|
/// | `workbook` | `title author language created`; `subject`, `font` (Arial), `size` (10) |
/// | `style` | `name`; `base` (a style declared above), `font`, `size`, `bold`, `italic`, `underline`, `colour`, `fill` (`#RRGGBB`), `border` (`all` or some of `top bottom left right`), `border-line` (`thin hair medium`), `border-colour`, `align` (`left center right`), `valign` (`top center bottom`), `wrap`, `indent`, `format` (a number format of Excel's) |
/// | `sheet` | `name`; `orientation` (`landscape portrait`), `pages-wide` (1), `repeat-cols` on every page, `freeze-cols` on the screen, `tab-colour`, `gridlines` (no). Printed on A4 |
/// | `header`, `footer` | `left`, `center`, `right`; `{page}` and `{pages}` are counted by the printer |
/// | `col` | `width` in characters; `style`, `repeat` |
/// | `when` | `column`, `text`, `style`; `repeat`: cells of these columns below the heading that hold just this text take the style's `colour`, `fill` and `bold` |
/// | `row` | `style`, `height` in points (else as high as the text needs), `heading`, `filter`, `new-page` (begins one in print), `data` (a name under which a chart shows it) |
/// | `cell` | `type` (`text number percent date link`), `style`, `colspan`, `rowspan`, `to` (a link's sheet) |
/// | `chart` | `data`, `labels` (the column that names the bars), `title`, `description` (what it says, for those who cannot see it); `kind` (`stacked clustered`), `rows` and `columns` that it covers, `format` of its numbers, `max` of its axis |
/// | `series` | `column`, `colour`; `pattern` (`rising falling level upright`) with `pattern-colour`. Its text is its name |
///
/// - Heading rows are repeated on every printed page and stay on the screen, with all above them;
///   `filter` gives the row's cells filters down to the sheet's end.
/// - A cell's style is its own, else the row's, else the column's.
/// - Values are written in one way for all languages: `1234.5`, `88.5` for 88,5 %, `2024-12-31` or
///   `2024-12-31T09:05`. They become numbers and dates, shown with as many decimals as were written
///   and in the language's own format, unless the style has a `format`. Nothing between the tags is
///   an empty cell, of any type.
/// - Columns are counted from 1. A chart stands below the row before it and shows rows above it
///   that follow each other.
/// - White space at both ends of a text is dropped, line breaks inside are kept.
/// - No text becomes a formula. A character that XML cannot hold is shown as `�`.
/// - The same markup gives the same bytes on every machine.
///
/// Elements carry the attribute `at`, template and line, set by [MarkedTemplates]; a
/// [MarkupException] names it.
@org.jspecify.annotations.NullMarked
package kz.esep.render.xlsx;
