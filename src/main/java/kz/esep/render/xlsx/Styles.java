package kz.esep.render.xlsx;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;

/// The declared styles, and the workbook's own made from them, each once.
final class Styles {

    private final XSSFWorkbook workbook;
    private final Style basic;
    private final Map<String, Style> declared = new HashMap<>();
    private final Map<Variant, XSSFCellStyle> made = new HashMap<>();
    private final Map<Style, XSSFFont> fonts = new HashMap<>();

    /// A style as one kind of value needs it.
    ///
    /// @param quoted the text would be a formula if somebody typed it
    private record Variant(Style style, String format, boolean quoted) {}

    /// @param basic what every style begins with
    Styles(XSSFWorkbook workbook, Style basic) {
        this.workbook = workbook;
        this.basic = basic;
        // the first font also says how wide a column's "character" is
        dress(workbook.getFontAt(0), basic);
    }

    void declare(Tag tag) {
        Style base = tag.optional("base").map(name -> named(tag, name)).orElse(basic);
        if (declared.put(tag.required("name"), Style.of(tag, base)) != null) {
            throw tag.mistake("is declared twice: " + tag.required("name"));
        }
    }

    Style basic() {
        return basic;
    }

    Style named(Tag user, String name) {
        Style style = declared.get(name);
        if (style == null) {
            throw user.mistake("names the style \"" + name + "\", which is not declared above");
        }
        return style;
    }

    /// @return the number of the workbook's style
    int of(Style style, String format, boolean quoted) {
        return made.computeIfAbsent(
                        new Variant(style, style.format().orElse(format), quoted), this::make)
                .getIndex();
    }

    private XSSFCellStyle make(Variant variant) {
        Style style = variant.style();
        XSSFCellStyle cell = workbook.createCellStyle();
        cell.setFont(
                fonts.computeIfAbsent(style, dressed -> dress(workbook.createFont(), dressed)));
        cell.setDataFormat(workbook.createDataFormat().getFormat(variant.format()));
        cell.setQuotePrefixed(variant.quoted());
        cell.setAlignment(style.align());
        cell.setVerticalAlignment(style.valign());
        cell.setWrapText(style.wrap());
        cell.setIndention((short) style.indent());
        style.colour("fill")
                .ifPresent(colour -> {
                    cell.setFillForegroundColor(new XSSFColor(colour));
                    cell.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                });
        cell.setBorderTop(style.border("top"));
        cell.setBorderBottom(style.border("bottom"));
        cell.setBorderLeft(style.border("left"));
        cell.setBorderRight(style.border("right"));
        style.colour("border-colour")
                .ifPresent(colour -> {
                    for (BorderSide side : BorderSide.values()) {
                        if (style.border(side.name().toLowerCase(java.util.Locale.ROOT))
                                != BorderStyle.NONE) {
                            cell.setBorderColor(side, new XSSFColor(colour));
                        }
                    }
                });
        return cell;
    }

    private static XSSFFont dress(XSSFFont font, Style style) {
        font.setFontName(style.font());
        font.setFontHeight(style.size());
        font.setBold(style.bold());
        font.setItalic(style.tag().flag("italic"));
        font.setUnderline(style.tag().flag("underline") ? Font.U_SINGLE : Font.U_NONE);
        style.colour("colour").ifPresent(colour -> font.setColor(new XSSFColor(colour)));
        return font;
    }
}
