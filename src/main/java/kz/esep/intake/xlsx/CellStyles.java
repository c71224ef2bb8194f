package kz.esep.intake.xlsx;

import static kz.esep.findings.FindingCode.FILE_STYLES_TOO_MANY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/// What a cell's style says of its content: whether it is shown as a day or as a percentage.
final class CellStyles implements XmlParts.Walk {

    private static final int LONGEST_FORMAT = 255;

    /// @param date its number is a day
    /// @param percent its number is shown as a percentage
    record Looks(boolean date, boolean percent) {
        static final Looks PLAIN = new Looks(false, false);

        static Looks of(int format, String code) {
            return new Looks(DateUtil.isADateFormat(format, code), code.contains("%"));
        }
    }

    private final Limits limits;
    private final Map<Integer, String> formats = new HashMap<>();
    private final Map<Integer, Looks> byFormat = new HashMap<>();
    private final List<Looks> looks = new ArrayList<>();
    private boolean ofCells;
    private int seen;

    CellStyles(Limits limits) {
        this.limits = limits;
    }

    /// A style that is not there has no looks.
    Looks get(int index) {
        return index < looks.size() && index >= 0 ? looks.get(index) : Looks.PLAIN;
    }

    @Override
    public void open(XMLStreamReader part, String name) throws Refusal {
        switch (name) {
            case "numFmt" -> format(part);
            case "cellXfs" -> ofCells = true;
            case "xf" -> {
                count();
                if (ofCells) {
                    looks.add(
                            byFormat.computeIfAbsent(
                                    number(part.getAttributeValue(null, "numFmtId")), this::of));
                }
            }
            case "font", "fill", "border", "dxf", "cellStyle" -> count();
            default -> {
                // looks that say nothing of the content
            }
        }
    }

    private void count() throws Refusal {
        seen++;
        if (seen > limits.styles()) {
            throw Refusal.over(FILE_STYLES_TOO_MANY, limits.styles());
        }
    }

    private void format(XMLStreamReader part) throws Refusal {
        count();
        String code = part.getAttributeValue(null, "formatCode");
        if (code != null && code.length() <= LONGEST_FORMAT) {
            formats.put(number(part.getAttributeValue(null, "numFmtId")), code);
        }
    }

    @Override
    public void close(String name) {
        if (name.equals("cellXfs")) {
            ofCells = false;
        }
    }

    private Looks of(int format) {
        String builtIn = BuiltinFormats.getBuiltinFormat(format);
        return Looks.of(format, formats.getOrDefault(format, builtIn == null ? "" : builtIn));
    }

    private static int number(String written) {
        try {
            return written == null ? 0 : Integer.parseInt(written.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
